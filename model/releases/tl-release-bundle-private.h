/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the text of a release and its other files share. */
#pragma once

#include "model/releases/tl-release-bundle.h"
#include "model/report/tl-report.h"

G_BEGIN_DECLS

char     *_tl_release_dup_stem         (const TlRelease  *self,
                                        guint             table);
char     *_tl_release_dup_picture_name (const char       *stem,
                                        guint             picture,
                                        guint             n_pictures);
TlReport *_tl_release_report_new       (const TlRelease  *self,
                                        GPtrArray        *pictures,
                                        GError          **error);

G_END_DECLS
