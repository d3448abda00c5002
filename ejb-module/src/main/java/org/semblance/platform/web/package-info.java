/** What both web modules must know of proxies, browsers and other sites. */
@NullMarked
package org.semblance.platform.web;

import org.jspecify.annotations.NullMarked;
