/**
 * The institution's key: signs what certificates say, and tells the world by which public keys to check it. Uses
 * {@code shared} alone.
 */
package id.sanggar.certificate.seal;
