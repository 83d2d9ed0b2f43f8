/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlBits:
 * @words: a bit for each number from 0, the lowest bit of a word first; aligned for the widest registers
 * @n_words: how many words, a multiple of 32
 *
 * A set of records by their numbers, one bit each. Sets that meet are equally long.
 */
typedef struct {
  guint64 *words;
  gsize    n_words;
} TlBits;

TlBits   *tl_bits_new           (gsize          n);
TlBits   *tl_bits_copy          (const TlBits  *self);
void      tl_bits_free          (TlBits        *self);

void      tl_bits_add           (TlBits        *self,
                                 guint          number);
void      tl_bits_remove        (TlBits        *self,
                                 guint          number);
gboolean  tl_bits_contains      (const TlBits  *self,
                                 guint          number);
void      tl_bits_and           (TlBits        *self,
                                 const TlBits  *other);
void      tl_bits_or            (TlBits        *self,
                                 const TlBits  *other);
void      tl_bits_and_not       (TlBits        *self,
                                 const TlBits  *other);

guint     tl_bits_count         (const TlBits  *self);
guint     tl_bits_count_both    (const TlBits  *self,
                                 const TlBits  *other);
void      tl_bits_count_groups  (const TlBits  *self,
                                 const guint16 *group_of,
                                 guint         *counts);
guint    *tl_bits_dup_numbers   (const TlBits  *self,
                                 guint         *n);
TlBits   *tl_bits_gather        (const TlBits  *self,
                                 const guint   *numbers,
                                 guint          n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBits, tl_bits_free)

G_END_DECLS
