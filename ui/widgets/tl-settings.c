/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is remembered between runs. GSettings aborts when its schema is not installed; here the values then live in
 * memory until the program ends, so that a build that was never installed works too. Main thread only. */
#define G_LOG_DOMAIN "tl-settings"

#include "config.h"

#include "ui/widgets/tl-settings.h"

static GSettings  *settings;
static GHashTable *memory; /* key → GVariant, where there is no schema */

static void
ensure_settings (void)
{
  if (settings != NULL || memory != NULL)
    return;

  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TL_APPLICATION_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  else
    memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

/* An older schema may lack a key, or hold it as another type: then it is as if never set. */
static GVariant *
read_value (const char         *key,
            const GVariantType *type)
{
  g_autoptr (GVariant) value = NULL;

  ensure_settings ();
  if (settings != NULL)
    {
      g_autoptr (GSettingsSchema) schema = NULL;

      g_object_get (settings, "settings-schema", &schema, NULL);
      if (g_settings_schema_has_key (schema, key))
        value = g_settings_get_value (settings, key);
    }
  else
    {
      GVariant *held = g_hash_table_lookup (memory, key);
      value = held != NULL ? g_variant_ref (held) : NULL;
    }

  return value != NULL && g_variant_is_of_type (value, type) ? g_steal_pointer (&value) : NULL;
}

static gboolean
is_in_range (const char *key,
             GVariant   *value)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);

  g_autoptr (GSettingsSchemaKey) schema_key = g_settings_schema_get_key (schema, key);
  return g_settings_schema_key_range_check (schema_key, value);
}

static void
write_value (const char *key,
             GVariant   *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  ensure_settings ();
  if (memory != NULL)
    {
      g_hash_table_replace (memory, g_strdup (key), g_steal_pointer (&owned));
      return;
    }

  g_autoptr (GVariant) held = read_value (key, g_variant_get_type (owned));
  if (held != NULL && !g_variant_equal (held, owned) && is_in_range (key, owned))
    g_settings_set_value (settings, key, owned);
}

/**
 * tl_settings_dup_string:
 * @key: a key
 *
 * Returns: (transfer full): its text, empty when never set
 */
char *
tl_settings_dup_string (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  g_autoptr (GVariant) value = read_value (key, G_VARIANT_TYPE_STRING);
  return value != NULL ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

/**
 * tl_settings_set_string:
 * @key: a key
 * @value: its text
 */
void
tl_settings_set_string (const char *key,
                        const char *value)
{
  g_return_if_fail (key != NULL && value != NULL);
  write_value (key, g_variant_new_string (value));
}

/**
 * tl_settings_get_int:
 * @key: a key
 * @fallback: for when it was never set
 *
 * Returns: its number
 */
int
tl_settings_get_int (const char *key,
                     int         fallback)
{
  g_return_val_if_fail (key != NULL, fallback);

  g_autoptr (GVariant) value = read_value (key, G_VARIANT_TYPE_INT32);
  return value != NULL ? g_variant_get_int32 (value) : fallback;
}

/**
 * tl_settings_set_int:
 * @key: a key
 * @value: its number
 */
void
tl_settings_set_int (const char *key,
                     int         value)
{
  g_return_if_fail (key != NULL);
  write_value (key, g_variant_new_int32 (value));
}

/**
 * tl_settings_get_bool:
 * @key: a key
 *
 * Returns: whether it was set to yes
 */
gboolean
tl_settings_get_bool (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  g_autoptr (GVariant) value = read_value (key, G_VARIANT_TYPE_BOOLEAN);
  return value != NULL && g_variant_get_boolean (value);
}

/**
 * tl_settings_set_bool:
 * @key: a key
 * @value: yes or no
 */
void
tl_settings_set_bool (const char *key,
                      gboolean    value)
{
  g_return_if_fail (key != NULL);
  write_value (key, g_variant_new_boolean (value));
}
