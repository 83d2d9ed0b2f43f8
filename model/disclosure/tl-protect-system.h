/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlProtectSystem:
 *
 * Counts, and what everybody knows of them: that some are sums of others. Tables that share a margin, tables of parts
 * and of wholes, and tables of last year and of this one are all one system.
 */
typedef struct _TlProtectSystem TlProtectSystem;

/**
 * TlProtectReason:
 * @TL_PROTECT_SHOWN: it is not withheld
 * @TL_PROTECT_SMALL: it is small
 * @TL_PROTECT_REQUIRED: whoever built the system asked for it
 * @TL_PROTECT_SECONDARY: what is withheld could be worked out from it
 * @TL_PROTECT_LEFT_OUT: it is not in the system: whoever builds that publishes nothing of it
 *
 * Why a count is withheld.
 */
typedef enum {
  TL_PROTECT_SHOWN,
  TL_PROTECT_SMALL,
  TL_PROTECT_REQUIRED,
  TL_PROTECT_SECONDARY,
  TL_PROTECT_LEFT_OUT,
} TlProtectReason;

/* What the loss of a total costs. */
#define TL_PROTECT_COST_OF_TOTAL (G_GINT64_CONSTANT (1) << 32)

/**
 * TlProtectWorth:
 * @TL_PROTECT_PART: a part of others
 * @TL_PROTECT_TOTAL: what parts add up to: it tells more, and goes only where there is no other way
 * @TL_PROTECT_BASE: what everything is counted of: without it nobody can read any other count, so that it is withheld
 *   where it is small and nowhere else
 *
 * How dear the loss of a count is.
 */
typedef enum {
  TL_PROTECT_PART,
  TL_PROTECT_TOTAL,
  TL_PROTECT_BASE,
} TlProtectWorth;

/* Stands for what an unknown count is at least where that is not known either. */
#define TL_PROTECT_NO_LEAST (-(G_GINT64_CONSTANT (1) << 50))

TlProtectSystem *tl_protect_system_new            (guint                   threshold);
void             tl_protect_system_free           (TlProtectSystem        *self);

guint            tl_protect_system_add_count      (TlProtectSystem        *self,
                                                   gint64                  count,
                                                   TlProtectWorth          worth,
                                                   gboolean                required);
guint            tl_protect_system_add_published  (TlProtectSystem        *self,
                                                   gint64                  count,
                                                   gboolean                withheld,
                                                   gboolean                guarded);
guint            tl_protect_system_add_unknown    (TlProtectSystem        *self,
                                                   gint64                  count,
                                                   gint64                  least,
                                                   gboolean                guarded);
guint            tl_protect_system_add_inner      (TlProtectSystem        *self,
                                                   gint64                  count);
void             tl_protect_system_set_least      (TlProtectSystem        *self,
                                                   guint                   cell,
                                                   gint64                  least);
void             tl_protect_system_add_relation   (TlProtectSystem        *self,
                                                   const guint            *cells,
                                                   const int              *signs,
                                                   guint                   n);
void             tl_protect_system_add_sum        (TlProtectSystem        *self,
                                                   guint                   total,
                                                   const guint            *parts,
                                                   guint                   n_parts);
gboolean         tl_protect_system_add_at_most    (TlProtectSystem        *self,
                                                   guint                   less,
                                                   guint                   more);

gboolean         tl_protect_system_solve          (TlProtectSystem        *self,
                                                   GCancellable           *cancellable);
TlProtectReason  tl_protect_system_get_reason     (TlProtectSystem        *self,
                                                   guint                   cell);
gboolean         tl_protect_system_is_proven      (TlProtectSystem        *self,
                                                   guint                   cell);
guint            tl_protect_system_count_unproven (TlProtectSystem        *self);
gboolean         tl_protect_system_is_exhausted   (TlProtectSystem        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectSystem, tl_protect_system_free)

G_END_DECLS
