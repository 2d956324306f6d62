/**
 * Floor 3: programmes that lead their members through stages; applying, admitting, the list of members, evidence,
 * confirming what happened outside Sanggar, the journey. May use {@code shared}, {@code identity}, {@code course} and
 * {@code media}.
 */
package id.sanggar.programme;
