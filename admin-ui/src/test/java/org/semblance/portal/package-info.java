/** What the tests of the portal share: services that keep everything in memory, and a browser that is none. */
package org.semblance.portal;
