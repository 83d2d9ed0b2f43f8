/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors on their way from one place to another by mouse, and the pattern that they are taken from. */
#include "config.h"

#include "ui/findings/tl-factor-drag.h"

struct _TlFactorDrag
{
  GObject parent_instance;

  GStrv ids;
  char *from; /* NULL if they are taken from no pattern */
};

G_DEFINE_FINAL_TYPE (TlFactorDrag, tl_factor_drag, G_TYPE_OBJECT)

static void
tl_factor_drag_finalize (GObject *object)
{
  TlFactorDrag *self = TL_FACTOR_DRAG (object);

  g_strfreev (self->ids);
  g_free (self->from);
  G_OBJECT_CLASS (tl_factor_drag_parent_class)->finalize (object);
}

static void
tl_factor_drag_class_init (TlFactorDragClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_factor_drag_finalize;
}

static void
tl_factor_drag_init (TlFactorDrag *self)
{
}

/**
 * tl_factor_drag_new:
 * @ids: ids of factors, ended by %NULL
 * @from: (nullable): id of the pattern that they are taken from
 *
 * Returns: (transfer full): what is dragged
 */
TlFactorDrag *
tl_factor_drag_new (const char *const *ids,
                    const char        *from)
{
  g_return_val_if_fail (ids != NULL, NULL);

  TlFactorDrag *self = g_object_new (TL_TYPE_FACTOR_DRAG, NULL);

  self->ids = g_strdupv ((char **) ids);
  self->from = g_strdup (from);
  return self;
}

/**
 * tl_factor_drag_get_ids:
 *
 * Returns: (transfer none): the factors, ended by %NULL
 */
const char *const *
tl_factor_drag_get_ids (TlFactorDrag *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_DRAG (self), NULL);
  return (const char *const *) self->ids;
}

/**
 * tl_factor_drag_get_from:
 *
 * Returns: (transfer none) (nullable): the pattern that they are taken from
 */
const char *
tl_factor_drag_get_from (TlFactorDrag *self)
{
  g_return_val_if_fail (TL_IS_FACTOR_DRAG (self), NULL);
  return self->from;
}
