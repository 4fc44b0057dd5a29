package dev.remit.console.asset;

import dev.remit.console.ConsoleRoutes;
import io.quarkus.qute.TemplateExtension;

/** What templates say of assets. */
@TemplateExtension(namespace = "asset")
final class AssetExtensions {

    private AssetExtensions() {}

    /** The address of just this content. */
    static String url(String name) {
        return ConsoleRoutes.ASSETS + '/' + name + "?v=" + Asset.of(name).orElseThrow().tag();
    }
}
