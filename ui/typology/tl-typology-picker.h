/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/typology/tl-typology.h"

G_BEGIN_DECLS

#define TL_TYPE_TYPOLOGY_PICKER (tl_typology_picker_get_type ())
G_DECLARE_FINAL_TYPE (TlTypologyPicker, tl_typology_picker, TL, TYPOLOGY_PICKER, AdwWindow)

GtkWidget *tl_typology_picker_new        (GtkWindow        *parent);
void       tl_typology_picker_set_scheme (TlTypologyPicker *self,
                                          const char       *id);
void       tl_typology_picker_set_search (TlTypologyPicker *self,
                                          const char       *words);
TlCode    *tl_typology_picker_get_code   (TlTypologyPicker *self);
void       tl_typology_picker_pick       (TlTypologyPicker *self);

G_END_DECLS
