/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record: the image in memory of one row of a review. Each kind is a GObject class of its own whose read-only
 * properties are the kind's fields, so that views bind to them by name. */
#include "config.h"

#include "model/record/tl-record.h"

#include <string.h>

typedef struct {
  char    *id;
  TlValue *values; /* one a field */
  gboolean on_loan; /* both belong to somebody else */
} TlRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlRecord, tl_record, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_FIELDS, /* the first field of the kind; the others follow */
};

/* What is asked of records is asked so often that whether they are any is not checked each time. */
static TlRecordPrivate *
get_private (TlRecord *self)
{
  return tl_record_get_instance_private (self);
}

static const TlKind *
get_kind (TlRecord *self)
{
  return TL_RECORD_GET_CLASS (self)->kind;
}

static const TlValue *
find_value (TlRecord   *self,
            const char *field)
{
  int index = tl_kind_find_field_index (get_kind (self), field);

  if (index < 0)
    {
      g_critical ("A %s has no field “%s”", get_kind (self)->name, field);
      return NULL;
    }
  return &get_private (self)->values[index];
}

static void
tl_record_get_property (GObject    *object,
                        guint       property,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlRecord *self = TL_RECORD (object);

  if (property == PROP_ID)
    {
      g_value_set_string (value, tl_record_get_id (self));
      return;
    }

  const TlValue *held = tl_record_get_value (self, property - PROP_FIELDS);
  if (held->type == TL_VALUE_TEXT)
    g_value_set_string (value, held->text);
  else if (held->type == TL_VALUE_LIST)
    g_value_set_boxed (value, held->list);
  else if (held->type == TL_VALUE_INTEGER && G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, held->integer != 0);
  else if (held->type == TL_VALUE_INTEGER)
    g_value_set_int64 (value, held->integer);
  else
    g_param_value_set_default (pspec, value);
}

static void
tl_record_finalize (GObject *object)
{
  TlRecord *self = TL_RECORD (object);
  TlRecordPrivate *priv = get_private (self);

  if (!priv->on_loan)
    {
      tl_values_clear (priv->values, get_kind (self)->n_fields);
      g_free (priv->values);
      g_free (priv->id);
    }

  G_OBJECT_CLASS (tl_record_parent_class)->finalize (object);
}

static void
tl_record_class_init (TlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_record_get_property;
  object_class->finalize = tl_record_finalize;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tl_record_init (TlRecord *self)
{
}

static GParamSpec *
property_for_field (const TlField *field)
{
  /* Not a static name: GObject spells "known_from" as "known-from". */
  const GParamFlags flags = G_PARAM_READABLE;

  switch (field->type)
    {
    case TL_FIELD_INT:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case TL_FIELD_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case TL_FIELD_CHOICES:
    case TL_FIELD_REFS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case TL_FIELD_TEXT:
    case TL_FIELD_PROSE:
    case TL_FIELD_BODY:
    case TL_FIELD_CHOICE:
    case TL_FIELD_KEY:
    case TL_FIELD_DATE:
    case TL_FIELD_REF:
    case TL_FIELD_ANY:
    case TL_FIELD_UUID:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

static void
kind_class_init (gpointer klass,
                 gpointer kind)
{
  TlRecordClass *record_class = klass;

  record_class->kind = kind;
  /* GObject asks the class that installs a property to read it, and does not let it inherit how. */
  G_OBJECT_CLASS (klass)->get_property = tl_record_get_property;
  record_class->properties = g_new0 (GParamSpec *, record_class->kind->n_fields);
  for (guint i = 0; i < record_class->kind->n_fields; i++)
    {
      record_class->properties[i] = property_for_field (&record_class->kind->fields[i]);
      g_object_class_install_property (klass, PROP_FIELDS + i, record_class->properties[i]);
    }
}

/* "board_question" is the class TlRecordBoardQuestion. */
static char *
type_name_for_kind (const TlKind *kind)
{
  g_autoptr (GString) name = g_string_new ("TlRecord");
  gboolean capital = TRUE;

  for (const char *p = kind->name; *p != '\0'; p++)
    {
      if (*p != '_')
        g_string_append_c (name, capital ? g_ascii_toupper (*p) : *p);
      capital = *p == '_';
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * tl_record_get_type_for_kind:
 * @kind: a kind
 *
 * Returns: the class of records of @kind, for expressions and templates
 */
GType
tl_record_get_type_for_kind (const TlKind *kind)
{
  static GMutex mutex;
  static GType types[64];

  g_return_val_if_fail (kind != NULL, G_TYPE_INVALID);

  guint position = tl_kind_get_position (kind);
  g_assert (position < G_N_ELEMENTS (types));

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  if (types[position] == G_TYPE_INVALID)
    {
      g_autofree char *name = type_name_for_kind (kind);
      const GTypeInfo info = {
        .class_size = sizeof (TlRecordClass),
        .class_init = kind_class_init,
        .class_data = kind,
        .instance_size = sizeof (TlRecord),
      };

      types[position] = g_type_register_static (TL_TYPE_RECORD, name, &info, 0);
    }
  return types[position];
}

/**
 * tl_record_new:
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer full): a record with nothing set
 */
TlRecord *
tl_record_new (const TlKind *kind,
               const char   *id)
{
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);
  return tl_record_new_with_values (kind, id, g_new0 (TlValue, kind->n_fields));
}

/**
 * tl_record_new_with_values:
 * @kind: a kind
 * @id: an id
 * @values: (transfer full) (array): one a field
 *
 * Returns: (transfer full): a record
 */
TlRecord *
tl_record_new_with_values (const TlKind *kind,
                           const char   *id,
                           TlValue      *values)
{
  g_return_val_if_fail (kind != NULL && id != NULL && values != NULL, NULL);

  TlRecord *self = g_object_new (tl_record_get_type_for_kind (kind), NULL);
  TlRecordPrivate *priv = get_private (self);

  priv->id = g_strdup (id);
  priv->values = values;
  return self;
}

/**
 * tl_record_new_on_loan:
 * @kind: a kind
 *
 * Returns: (transfer full): a record that has nothing of its own; see tl_record_lend()
 */
TlRecord *
tl_record_new_on_loan (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  TlRecord *self = g_object_new (tl_record_get_type_for_kind (kind), NULL);

  get_private (self)->on_loan = TRUE;
  return self;
}

/**
 * tl_record_lend:
 * @self: a record that tl_record_new_on_loan() made, and that only the caller knows
 * @id: (nullable): an id
 * @values: (nullable) (array): one a field
 *
 * Makes the record of it that has these: they are not copied, and must stay as they are until it is lent others. With
 * %NULL it is given back, and nothing can be asked of it.
 */
void
tl_record_lend (TlRecord   *self,
                const char *id,
                TlValue    *values)
{
  TlRecordPrivate *priv = get_private (self);

  g_return_if_fail (priv->on_loan);

  priv->id = (char *) id;
  priv->values = values;
}

/**
 * tl_record_take_value:
 * @self: a record
 * @field: index of a field
 * @value: (transfer full): its value now; left unset
 *
 * Returns: whether that was a change; then the property is notified
 */
gboolean
tl_record_take_value (TlRecord *self,
                      guint     field,
                      TlValue  *value)
{
  g_return_val_if_fail (self != NULL && field < get_kind (self)->n_fields && !get_private (self)->on_loan, FALSE);

  TlValue *held = &get_private (self)->values[field];
  gboolean changed = !tl_value_equal (held, value);

  tl_value_clear (held);
  *held = *value;
  *value = (TlValue) { 0 };

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), TL_RECORD_GET_CLASS (self)->properties[field]);
  return changed;
}

/**
 * tl_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
const TlKind *
tl_record_get_kind (TlRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_kind (self);
}

/**
 * tl_record_get_id:
 * @self: a record
 *
 * Returns: its id, the same for the life of the record and in every exchange
 */
const char *
tl_record_get_id (TlRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_private (self)->id;
}

/**
 * tl_record_get_value:
 * @self: a record
 * @field: index of a field
 *
 * Returns: (transfer none): the value of the field
 */
const TlValue *
tl_record_get_value (TlRecord *self,
                     guint     field)
{
  g_return_val_if_fail (self != NULL && field < get_kind (self)->n_fields, NULL);
  return &get_private (self)->values[field];
}

/**
 * tl_record_get_text:
 * @self: a record
 * @field: name of a field that is a text, key, date or reference
 *
 * Returns: (nullable): the value of the field; the id of what a reference names; %NULL when unset
 */
const char *
tl_record_get_text (TlRecord   *self,
                    const char *field)
{
  g_return_val_if_fail (self != NULL, NULL);

  const TlValue *value = find_value (self, field);
  return value != NULL ? tl_value_get_text (value) : NULL;
}

/**
 * tl_record_get_int:
 * @self: a record
 * @field: name of a number field
 * @fallback: for when it is unset
 *
 * Returns: the value of the field
 */
gint64
tl_record_get_int (TlRecord   *self,
                   const char *field,
                   gint64      fallback)
{
  g_return_val_if_fail (self != NULL, fallback);

  const TlValue *value = find_value (self, field);
  return value != NULL && value->type == TL_VALUE_INTEGER ? value->integer : fallback;
}

/**
 * tl_record_get_bool:
 * @self: a record
 * @field: name of a yes-or-no field
 *
 * Returns: whether it is set, and to yes
 */
gboolean
tl_record_get_bool (TlRecord   *self,
                    const char *field)
{
  return tl_record_get_int (self, field, 0) != 0;
}

/**
 * tl_record_get_list:
 * @self: a record
 * @field: name of a list field
 *
 * Returns: (transfer none): the items, never %NULL
 */
const char *const *
tl_record_get_list (TlRecord   *self,
                    const char *field)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (self != NULL, none);

  const TlValue *value = find_value (self, field);
  return value != NULL && value->type == TL_VALUE_LIST ? (const char *const *) value->list : none;
}

/**
 * tl_record_is:
 * @self: (nullable): a record
 * @kind: name of a kind
 *
 * Returns: whether @self is a record of that kind
 */
gboolean
tl_record_is (TlRecord   *self,
              const char *kind)
{
  return self != NULL && strcmp (get_kind (self)->name, kind) == 0;
}

/**
 * tl_record_equal:
 * @a: a record
 * @b: a record
 *
 * Returns: whether kind, id and every value are the same
 */
gboolean
tl_record_equal (TlRecord *a,
                 TlRecord *b)
{
  if (get_kind (a) != get_kind (b) || strcmp (tl_record_get_id (a), tl_record_get_id (b)) != 0)
    return FALSE;
  for (guint i = 0; i < get_kind (a)->n_fields; i++)
    if (!tl_value_equal (tl_record_get_value (a, i), tl_record_get_value (b, i)))
      return FALSE;
  return TRUE;
}
