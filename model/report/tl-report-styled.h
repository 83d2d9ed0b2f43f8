/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports of something else than reviews, for rooms that have a document of their own to style. */
#pragma once

#include "model/report/tl-report.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Of the document that a stylesheet reads, and of what it leaves for us to fill in. */
#define TL_REPORT_NAMESPACE "urn:throughline:report:1"

TlReport *tl_report_new_styled (xmlDocPtr     source,
                                const char   *style,
                                GError      **error);

void      tl_report_add_image  (TlReport     *self,
                                const char   *id,
                                GBytes       *svg,
                                GBytes       *png,
                                double        width,
                                double        height,
                                const char   *title,
                                const char   *words);

G_END_DECLS
