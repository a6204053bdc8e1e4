package dev.esign.rest;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.SerializerProvider;

/**
 * The forms of a request's JSON that eSign's documentation leaves open. The default is what the documented client writes and
 * every one of .NET's JSON readers takes.
 *
 * @param bytes how documents are written
 * @param dates how moments are written
 * @param mergeFields how {@code MergeFieldMapping} is written
 * @param properties how {@code Properties} is written
 * @param authenticationNumbers numbers of authentication methods by their documented names; a method that isn't in it is
 *        written by name
 * @param length whether a request's length is announced
 */
public record WireForm(Bytes bytes, Dates dates, Dictionary mergeFields, Dictionary properties,
        Map<String, Integer> authenticationNumbers, Length length) {

    /** What the documented client writes. */
    public static final WireForm DOCUMENTED = new WireForm(Bytes.NUMBERS, Dates.DOT_NET, Dictionary.OBJECT, Dictionary.PAIRS,
            Map.of(), Length.EXACT);

    /**
     * Copies the numbers.
     *
     * @param bytes how documents are written
     * @param dates how moments are written
     * @param mergeFields how {@code MergeFieldMapping} is written
     * @param properties how {@code Properties} is written
     * @param authenticationNumbers numbers of authentication methods by their documented names; a method that isn't in it is
     *        written by name
     * @param length whether a request's length is announced
     */
    public WireForm {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(mergeFields, "mergeFields");
        Objects.requireNonNull(properties, "properties");
        Objects.requireNonNull(length, "length");
        authenticationNumbers = Map.copyOf(authenticationNumbers);
    }

    /** The form in which the running serializer writes. */
    static WireForm of(SerializerProvider provider) {
        WireForm form = (WireForm) provider.getAttribute(WireForm.class);
        return form == null ? DOCUMENTED : form;
    }

    /** How bytes are written. */
    public enum Bytes {
        /** {@code [80,75,3,4]}. */
        NUMBERS,
        /** {@code "UEsDBA=="}, 2.7 times shorter, which .NET's older readers refuse. */
        BASE64
    }

    /** How moments are written. */
    public enum Dates {
        /** {@code "\/Date(1796947200000)\/"}. */
        DOT_NET,
        /** {@code "2026-12-11T00:00:00Z"}. */
        ISO
    }

    /** How keys with values are written. */
    public enum Dictionary {
        /** <code>{"CompanyName":"RED"}</code>. */
        OBJECT,
        /** <code>[{"Key":"CompanyName","Value":"RED"}]</code>. */
        PAIRS
    }

    /** Whether a request's length is announced. */
    public enum Length {
        /** By {@code Content-Length}, for which each document is read once before. */
        EXACT,
        /** Not at all: the request is sent in chunks. */
        CHUNKED
    }
}
