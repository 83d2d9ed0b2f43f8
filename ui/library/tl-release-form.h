/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-asked.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_FORM (tl_release_form_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseForm, tl_release_form, TL, RELEASE_FORM, AdwBin)

GtkWidget         *tl_release_form_new          (void);
TlAsked *tl_release_form_dup_question (TlReleaseForm       *self,
                                                 const TlPopulation  *population);
void               tl_release_form_choose       (TlReleaseForm       *self,
                                                 TlAskedKind        kind,
                                                 TlFacet              by,
                                                 TlFacet              rows);

G_END_DECLS
