/**
 * What several tests share: real servers, the application as a process, a browser.
 */
package io.shiplift.testing;
