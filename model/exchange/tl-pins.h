/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/typology/tl-typology.h"

G_BEGIN_DECLS

/**
 * TlPins:
 * @method: (nullable): the method pack
 * @typologies: (element-type TlTypology): in order of id
 * @former: (nullable): the method of what was read before, which is mostly that of what is read next
 *
 * The data that a file is written in terms of, each in one version.
 */
typedef struct {
  TlMethod  *method;
  GPtrArray *typologies;
  TlMethod  *former;
} TlPins;

TlPins     *tl_pins_new             (void);
void        tl_pins_free            (TlPins       *self);
void        tl_pins_clear           (TlPins       *self);
gboolean    tl_pins_is_same         (const TlPins *self,
                                     const TlPins *other);
void        tl_pins_assign          (TlPins       *self,
                                     const TlPins *other);

gboolean    tl_pins_set_method      (TlPins       *self,
                                     const char   *id,
                                     const char   *version,
                                     GError      **error);
gboolean    tl_pins_add_typology    (TlPins       *self,
                                     const char   *id,
                                     const char   *version,
                                     GError      **error);

TlTypology *tl_pins_find_typology   (TlPins       *self,
                                     const char   *scheme,
                                     gsize         length);
gboolean    tl_pins_knows_code      (TlPins       *self,
                                     const char   *code);
gboolean    tl_pins_check_key       (TlPins       *self,
                                     TlVocabulary  vocabulary,
                                     const char   *key,
                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPins, tl_pins_free)

G_END_DECLS
