/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place where someone is named, as a list shows it: whether it is to be replaced, by what, and how it would read. */
#include "config.h"

#include "ui/dialogs/tl-name-item.h"

struct _TlNameItem
{
  GObject parent_instance;

  TlNamePlace *place; /* of the dialog */
  char        *heading;
};

enum {
  PROP_0,
  PROP_ACCEPTED,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlNameItem, tl_name_item, G_TYPE_OBJECT)

static void
tl_name_item_finalize (GObject *object)
{
  g_free (TL_NAME_ITEM (object)->heading);
  G_OBJECT_CLASS (tl_name_item_parent_class)->finalize (object);
}

static void
tl_name_item_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlNameItem *self = TL_NAME_ITEM (object);

  if (id == PROP_ACCEPTED)
    g_value_set_boolean (value, self->place->accepted);
  else
    g_value_set_uint (value, self->place->chosen);
}

static void
tl_name_item_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_ACCEPTED)
    tl_name_item_set_accepted (TL_NAME_ITEM (object), g_value_get_boolean (value));
  else
    tl_name_item_set_chosen (TL_NAME_ITEM (object), g_value_get_uint (value));
}

static void
tl_name_item_class_init (TlNameItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tl_name_item_finalize;
  object_class->get_property = tl_name_item_get_property;
  object_class->set_property = tl_name_item_set_property;

  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE, flags);
  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_name_item_init (TlNameItem *self)
{
}

/**
 * tl_name_item_new:
 * @place: a place; it must outlive the item
 * @heading: (nullable): where it is, for the first of several in one text
 *
 * Returns: (transfer full): an item
 */
TlNameItem *
tl_name_item_new (TlNamePlace *place,
                  const char  *heading)
{
  g_return_val_if_fail (place != NULL, NULL);

  TlNameItem *self = g_object_new (TL_TYPE_NAME_ITEM, NULL);

  self->place = place;
  self->heading = g_strdup (heading);
  return self;
}

TlNamePlace *
tl_name_item_get_place (TlNameItem *self)
{
  return self->place;
}

const char *
tl_name_item_get_heading (TlNameItem *self)
{
  return self->heading;
}

gboolean
tl_name_item_get_accepted (TlNameItem *self)
{
  return self->place->accepted;
}

void
tl_name_item_set_accepted (TlNameItem *self,
                           gboolean    accepted)
{
  if (self->place->accepted == accepted)
    return;
  self->place->accepted = accepted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCEPTED]);
}

void
tl_name_item_set_chosen (TlNameItem *self,
                         guint       chosen)
{
  if (self->place->chosen == chosen || chosen >= self->place->labels->len)
    return;
  self->place->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * tl_name_item_dup_preview:
 *
 * Returns: (transfer full): the text around the place in markup, as it is or as it would be
 */
char *
tl_name_item_dup_preview (TlNameItem *self)
{
  const TlNamePlace *place = self->place;
  const char *label = g_ptr_array_index (place->labels, place->chosen);

  return place->accepted
           ? g_markup_printf_escaped ("%s<s>%s</s> <b>%s</b>%s", place->before, place->passage, label, place->after)
           : g_markup_printf_escaped ("%s<b>%s</b>%s", place->before, place->passage, place->after);
}
