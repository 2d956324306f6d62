package id.sanggar.insight.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.logging.Level;

/** A report as PDF/A-2a and PDF/UA: it prints alike everywhere and can be read aloud. */
final class ReportPrinter {

    private static final String FAMILY = "Plus Jakarta Sans";
    private static final int PERCENT = 100;

    /** The typeface of the working sheets. */
    private static final String FONTS = "/id/sanggar/exchange/PlusJakartaSans-";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private ReportPrinter() {
    }

    static void write(Report report, Locale locale, OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useFont(() -> resource(FONTS + "Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> resource(FONTS + "Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true)
                .withProducer("Sanggar")
                .withHtmlContent(page(report, locale), null)
                .toStream(out)
                .run();
    }

    private static String page(Report report, Locale locale) throws IOException {
        var html = new StringBuilder("<html lang=\"").append(locale.getLanguage()).append("\"><head><title>")
                .append(escaped(report.title())).append("</title><meta name=\"subject\" content=\"")
                .append(escaped(report.title())).append("\"/><style>");
        try (var css = resource("report.css")) {
            html.append(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        }
        html.append("</style></head><body><p class=\"owner\">").append(escaped(report.owner())).append("</p><h1>")
                .append(escaped(report.title())).append("</h1>");
        report.narrowed().forEach(line -> html.append("<p class=\"narrowed\">").append(escaped(line)).append("</p>"));
        html.append("<p class=\"asof\">").append(escaped(report.asOf())).append("</p>");
        report.sheets().forEach(sheet -> table(sheet, locale, html));
        return html.append("</body></html>").toString();
    }

    private static void table(Report.Sheet sheet, Locale locale, StringBuilder html) {
        html.append("<h2>").append(escaped(sheet.name())).append("</h2><table><thead><tr>");
        for (int column = 0; column < sheet.heads().size(); column++) {
            html.append(column == 0 ? "<th>" : "<th class=\"right\">").append(escaped(sheet.heads().get(column)))
                    .append("</th>");
            if (sheet.drawn() != null && sheet.drawn() == column) {
                html.append("<th class=\"drawn\"></th>");
            }
        }
        html.append("</tr></thead><tbody>");
        double longest = sheet.longest();
        for (var row : sheet.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append(column == 0 ? "<td>" : "<td class=\"right\">")
                        .append(escaped(written(row.get(column), locale))).append("</td>");
                if (sheet.drawn() != null && sheet.drawn() == column) {
                    bar(row.get(column), longest, html);
                }
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private static void bar(Object cell, double longest, StringBuilder html) {
        double number = cell instanceof Report.Share share ? share.part()
                : cell instanceof Number given ? given.doubleValue() : 0;
        html.append("<td class=\"drawn\">");
        if (number > 0) {
            html.append("<div class=\"bar\" style=\"width: ")
                    .append(String.format(Locale.ROOT, "%.1f", Math.max(0.5, PERCENT * number / longest)))
                    .append("%\"></div>");
        }
        html.append("</td>");
    }

    private static String written(Object cell, Locale locale) {
        if (cell instanceof Report.Share share) {
            return decimal(PERCENT * share.part(), locale) + " %";
        }
        if (cell instanceof Double number) {
            return decimal(number, locale);
        }
        return cell == null ? "–" : cell instanceof Number number
                ? NumberFormat.getIntegerInstance(locale).format(number)
                : cell.toString();
    }

    private static String decimal(double number, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static InputStream resource(String name) {
        return ReportPrinter.class.getResourceAsStream(name);
    }
}
