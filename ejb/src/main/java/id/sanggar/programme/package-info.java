/**
 * Floor 3: programmes that lead their members through stages; applying, admitting, the list of members, confirming what
 * happened outside Sanggar, the journey. May use {@code shared}, {@code identity} and {@code course}.
 */
package id.sanggar.programme;
