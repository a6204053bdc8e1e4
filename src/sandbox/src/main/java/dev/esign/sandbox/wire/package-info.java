/** The values of the service's JSON: how they are read leniently and written as .NET does. */
package dev.esign.sandbox.wire;
