package dev.esign.deployment;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.devui.spi.buildtime.BuildTimeActionBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import io.quarkus.devui.spi.page.PageBuilder;
import io.smallrye.config.SmallRyeConfig;

/**
 * The card and the pages of the Dev UI. What they ask for is answered on the side of the build, where the sandbox is: nothing
 * of
 * this is part of the application.
 */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class EsignDevUiProcessor {

    @BuildStep
    CardPageBuildItem pages(SandboxPlanBuildItem item) {
        CardPageBuildItem card = new CardPageBuildItem();
        card.setCustomCard("qwc-esign-card.js");
        card.addPage(page("Accounts", "users", "qwc-esign-accounts.js"));
        if (item.plan().isPresent()) {
            card.addPage(page("Sessions", "file-signature", "qwc-esign-sessions.js"));
            card.addPage(page("Requests", "arrow-right-arrow-left", "qwc-esign-requests.js"));
            card.addPage(page("Webhooks", "bell", "qwc-esign-webhooks.js"));
            card.addPage(page("Faults and clock", "bolt", "qwc-esign-faults.js"));
        }
        return card;
    }

    @BuildStep
    BuildTimeActionBuildItem actions(SandboxPlanBuildItem sandbox, List<AccountBuildItem> injected) {
        BuildTimeActionBuildItem item = new BuildTimeActionBuildItem();
        DevUiActions actions = new DevUiActions(sandbox.running(), item);
        ConfiguredAccounts accounts = new ConfiguredAccounts(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class),
                injected.stream().map(AccountBuildItem::name).toList(), sandbox.plan().isPresent());
        actions.addOverview(accounts.list());
        if (sandbox.plan().isPresent()) {
            actions.addSandbox();
        }
        return item;
    }

    private static PageBuilder<?> page(String title, String icon, String component) {
        return Page.webComponentPageBuilder().title(title).icon("font-awesome-solid:" + icon).componentLink(component);
    }
}
