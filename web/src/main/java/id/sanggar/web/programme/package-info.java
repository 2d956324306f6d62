/** Programmes for whoever looks around: what they are, what their stages ask for, and the form to apply. */
package id.sanggar.web.programme;
