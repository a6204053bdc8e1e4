package dev.esign.runtime;

import java.util.List;
import java.util.Map;

/**
 * The accounts that an application injects, as its build has found.
 *
 * @param points the injection points of each named account
 * @param defaultAccount whether the default account is injected
 */
public record InjectedAccounts(Map<String, List<String>> points, boolean defaultAccount) {
}
