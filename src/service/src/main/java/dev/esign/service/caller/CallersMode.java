package dev.esign.service.caller;

/** Who tells who a caller is. */
enum CallersMode {
    /** A token that the caller sends. */
    JWT,
    /** A proxy in front of the service, which has looked at the caller before. */
    PROXY,
    /** Nobody: everybody may do everything. */
    OPEN
}
