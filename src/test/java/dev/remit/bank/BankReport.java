package dev.remit.bank;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often clients were told what, and how often they have read. */
public record BankReport(Map<String, Integer> answers, int accountReads, int totalReads) {

    static BankReport of(List<History> histories) {
        Map<String, Integer> answers = new TreeMap<>();
        int accountReads = 0;
        int totalReads = 0;
        for (History history : histories) {
            accountReads += history.accountsSeen().size();
            totalReads += history.totalsSeen().size();
            for (History.Entry entry : history.entries()) {
                entry.answers().forEach(a -> answers.merge(name(a.answer()), 1, Integer::sum));
            }
        }
        return new BankReport(answers, accountReads, totalReads);
    }

    public int count(String answer) {
        return answers.getOrDefault(answer, 0);
    }

    private static String name(Answer answer) {
        return switch (answer) {
            case Answer.Posted(Movement movement, boolean replayed) ->
                    replayed ? "replayed" : "posted";
            case Answer.Refused(String slug) -> slug;
            case Answer.Postponed(String slug) -> slug;
            case Answer.Unknown unknown -> "unknown";
            case Answer.Strange strange -> "strange";
        };
    }
}
