package id.sanggar.insight.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The kinds of files that a report can be. */
public enum ReportFormat {
    /** Every table below the other, with a line between them. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        void print(Report report, Locale locale, OutputStream out) throws IOException {
            ReportTables.write(report, locale, out);
        }
    },
    /** A worksheet for every table; numbers are numbers. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void print(Report report, Locale locale, OutputStream out) throws IOException {
            ReportWorkbook.write(report, out);
        }
    },
    /** To be printed or signed: PDF/A-2a. */
    PDF("application/pdf") {
        @Override
        void print(Report report, Locale locale, OutputStream out) throws IOException {
            ReportPrinter.write(report, locale, out);
        }
    };

    private final String contentType;

    ReportFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** How names of such files end. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param out stays open */
    public void write(Report report, Locale locale, OutputStream out) {
        try {
            print(report, locale, out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    abstract void print(Report report, Locale locale, OutputStream out) throws IOException;
}
