package org.semblance.lookalike.batch;

import java.util.List;
import org.semblance.lookalike.AlikeList;

/** What was found for the users of a block. */
record ComparedBlock(UserBlock block, List<AlikeList> lists) {}
