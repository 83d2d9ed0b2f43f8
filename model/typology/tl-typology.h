/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/typology/tl-code.h"

G_BEGIN_DECLS

#define TL_TYPE_TYPOLOGY (tl_typology_get_type ())

G_DECLARE_FINAL_TYPE (TlTypology, tl_typology, TL, TYPOLOGY, GObject)

TlTypology *tl_typology_new_from_bytes  (GBytes      *bytes,
                                         const char  *name,
                                         GError     **error);

const char *tl_typology_get_id          (TlTypology  *self);
const char *tl_typology_get_version     (TlTypology  *self);
const char *tl_typology_get_title       (TlTypology  *self);
const char *tl_typology_get_description (TlTypology  *self);

GListModel *tl_typology_get_top         (TlTypology  *self);
GListModel *tl_typology_get_codes       (TlTypology  *self);
TlCode     *tl_typology_find_code       (TlTypology  *self,
                                         const char  *notation);
GListModel *tl_typology_search          (TlTypology  *self,
                                         const char  *words);

/* Those that ship and the person's own (tl-typologies.c) */
TlTypology *tl_typology_lookup          (const char  *id,
                                         GError     **error);
GPtrArray  *tl_typologies_list          (GPtrArray  **problems);
TlCode     *tl_typologies_find_code     (const char  *qualified);

G_END_DECLS
