/** The laws of the whole: what only the shipped application on a real server and a real database can prove. */
package id.sanggar.system;
