/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_PAGE (tl_release_page_get_type ())
G_DECLARE_FINAL_TYPE (TlReleasePage, tl_release_page, TL, RELEASE_PAGE, AdwBin)

GtkWidget       *tl_release_page_new         (TlQuestion               *question);

gboolean         tl_release_page_add         (TlReleasePage            *self,
                                              const TlAsked  *question);
void             tl_release_page_make        (TlReleasePage            *self,
                                              const char               *target);
char            *tl_release_page_dup_title   (TlReleasePage            *self);
const TlRelease *tl_release_page_get_release (TlReleasePage            *self);

G_END_DECLS
