package id.sanggar.exchange.members;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a table of members as it was read. What it does not tell, or not readably, is null.
 *
 * @param number of the row, as the spreadsheet numbers it
 * @param nikHash in hexadecimal digits
 * @param phone in E.164
 * @param region code of a village, else of a district
 * @param problems why it cannot be applied; none if it can
 */
record MemberLine(int number, String name, String nikHash, String nikLast4, String phone, String email, String gender,
        Integer birthYear, String region, String business, String products, String kbli, String nib, String pirt,
        LocalDate pirtExpires, String halal, LocalDate halalExpires, Integer employees, String turnover, String role,
        Long organisation, Long cohort, List<RowProblem> problems) {
}
