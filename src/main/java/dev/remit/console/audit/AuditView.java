package dev.remit.console.audit;

import dev.remit.audit.AuditResult;
import dev.remit.audit.AuditSchedule;

/**
 * An audit as pages show it.
 *
 * @param isUnderWay whether one is
 * @param percent of what there is to read by that one; below 0 while that is not known
 * @param last what the last one has found; null if there was none
 * @param failure why there is no result of a later one; null if there is
 */
public record AuditView(boolean isUnderWay, int percent, AuditResult last, String failure) {

    public static AuditView of(AuditSchedule.State state) {
        return state.progress() == null
                ? new AuditView(false, 0, state.last(), state.failure())
                : new AuditView(true, state.progress().percent(), state.last(), state.failure());
    }
}
