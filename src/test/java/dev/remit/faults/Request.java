package dev.remit.faults;

/**
 * A message to the server that will be answered, and the fault that waits for its answer, or null.
 * Those that the proxy sends of itself take the place of one of the client's.
 */
record Request(Step step, Injection injection, boolean ofProxy) {

    enum Step {
        START("Z"),
        PARSE("1"),
        BIND("2"),
        CLOSE("3"),
        DESCRIBE("Tn"),
        EXECUTE("CIs"),
        QUERY("Z"),
        SYNC("Z");

        private final String lastAnswer;

        Step(String lastAnswer) {
            this.lastAnswer = lastAnswer;
        }

        boolean completedBy(Message answer) {
            return lastAnswer.indexOf(answer.type()) >= 0;
        }
    }

    static Request ofClient(Step step) {
        return new Request(step, null, false);
    }

    static Request ofClient(Step step, Injection injection) {
        return new Request(step, injection, false);
    }

    static Request ofProxy(Step step, Injection injection) {
        return new Request(step, injection, true);
    }

    /** Such a request is over only with ReadyForQuery, which a server sends after an error too. */
    boolean endsWithReady() {
        return step.lastAnswer.equals("Z");
    }

    Request withoutInjection() {
        return new Request(step, null, ofProxy);
    }

    /** What becomes of the answer that completes this request. */
    Verdict verdict(Message answer) {
        boolean error = answer.type() == Backend.ERROR_RESPONSE;
        if (ofProxy) {
            boolean asked = step == Step.EXECUTE || step == Step.QUERY;
            return injection != null && (error || asked) ? Verdict.inject(injection) : Verdict.HIDE;
        }
        return injection != null && happens(answer) ? Verdict.inject(injection) : Verdict.PASS;
    }

    /** A COMMIT that the server itself refused or turned into a ROLLBACK was not executed. */
    private boolean happens(Message answer) {
        return switch (injection.fault().effect()) {
            case Fault.Effect.Delayed delayed -> true;
            case Fault.Effect.Refused refused -> committed(answer);
            case Fault.Effect.Lost lost -> committed(answer);
        };
    }

    private static boolean committed(Message answer) {
        return answer.type() == Backend.COMMAND_COMPLETE && answer.string(0).equals("COMMIT");
    }
}
