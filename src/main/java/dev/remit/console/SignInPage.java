package dev.remit.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks for a token: where somebody comes without one, and where they come to bring one. */
public final class SignInPage {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance signIn(Visitor visitor, Complaint complaint, String to);
    }

    private SignInPage() {}

    /**
     * @param to where whoever signs in wants to go
     */
    public static TemplateInstance of(Visitor visitor, Complaint complaint, String to) {
        return Templates.signIn(visitor, complaint, to);
    }
}
