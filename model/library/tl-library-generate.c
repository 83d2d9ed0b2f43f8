/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generates learning records, to try a library with before there are real ones. Each says in its summary that it is
 * generated. The same seed gives the same bytes. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-generate-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/method/tl-method.h"
#include "model/typology/tl-typology.h"

/* Not translated: it marks files that may go anywhere. */
#define MARK "Generated record, not a real review."

#define TYPOLOGY "national-1"
#define FIRST_YEAR 2009
#define LAST_YEAR 2014
#define N_BOARDS 48

typedef struct {
  const char *method;
  guint       weight;
} Share;

static const Share methods[] = { { "learning-together", 70 }, { "accimap", 20 }, { "why-because", 10 } };

/* Chance */

guint
_tl_generate_below (TlGenerator *self,
       guint      n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

gboolean
_tl_generate_chance (TlGenerator *self,
        guint      percent)
{
  return _tl_generate_below (self, 100) < percent;
}

static char *
dup_id (TlGenerator *self)
{
  static const char variants[] = "89ab";
  guint32 a = g_rand_int (self->rand), b = g_rand_int (self->rand), c = g_rand_int (self->rand);
  guint32 d = g_rand_int (self->rand);

  return g_strdup_printf ("%08x-%04x-8%03x-%c%03x-%04x%08x", a, b >> 16, b & 0xfff, variants[c >> 30], c & 0xfff,
                          (c >> 12) & 0xffff, d);
}

/* Records */

TlPlainRecord *
_tl_generate_add (TlGenerator  *self,
     const char *kind)
{
  g_autofree char *id = dup_id (self);
  TlPlainRecord *record = tl_plain_record_new (tl_kind_lookup (kind), id);

  g_ptr_array_add (self->export->records, record);
  return record;
}

TlValue *
_tl_generate_value (TlPlainRecord *record,
          const char    *field)
{
  int index = tl_kind_find_field_index (record->kind, field);

  g_assert (index >= 0);
  return &record->values[index];
}

void
_tl_generate_set (TlPlainRecord *record,
     const char    *field,
     const char    *text)
{
  *_tl_generate_value (record, field) = (TlValue) { .type = TL_VALUE_TEXT, .text = g_strdup (text) };
}

void
_tl_generate_set_number (TlPlainRecord *record,
            const char    *field,
            gint64         number)
{
  *_tl_generate_value (record, field) = (TlValue) { .type = TL_VALUE_INTEGER, .integer = number };
}

/* Takes any of the field's choices. */
void
_tl_generate_set_any (TlGenerator     *self,
         TlPlainRecord *record,
         const char    *field)
{
  const TlChoice *choices = tl_kind_find_field (record->kind, field)->choices;
  guint n = 0;

  while (choices[n].key != NULL)
    n++;
  _tl_generate_set (record, field, choices[_tl_generate_below (self, n)].key);
}

void
_tl_generate_set_list (TlPlainRecord *record,
          const char    *field,
          GPtrArray     *items)
{
  if (items->len == 0)
    return;

  TlValue *value = _tl_generate_value (record, field);

  *value = (TlValue) { .type = TL_VALUE_LIST, .list = g_new0 (char *, items->len + 1) };
  for (guint i = 0; i < items->len; i++)
    value->list[i] = g_strdup (g_ptr_array_index (items, i));
}

/* The review and who is in it */

static const char *
pick_method (TlGenerator *self)
{
  guint at = _tl_generate_below (self, 100);

  if (self->options->method != NULL)
    return self->options->method;
  for (guint i = 0; i + 1 < G_N_ELEMENTS (methods); i++)
    {
      if (at < methods[i].weight)
        return methods[i].method;
      at -= methods[i].weight;
    }
  return methods[G_N_ELEMENTS (methods) - 1].method;
}

/* The region of a board is always the same. */
static void
set_board (TlGenerator     *self,
           TlPlainRecord *review)
{
  const TlChoice *regions = tl_kind_find_field (review->kind, "region")->choices;
  guint board = _tl_generate_below (self, N_BOARDS);
  g_autofree char *key = g_strdup_printf ("generated %u", self->options->seed);
  g_autofree char *name = g_strdup_printf ("board %u", board);
  g_autofree char *pseudonym = tl_id_pseudonym (key, name);

  _tl_generate_set (review, "board_pseudonym", pseudonym);
  _tl_generate_set (review, "region", regions[board % 9].key);
}

static gboolean
add_review (TlGenerator *self,
            GError   **error)
{
  static const char *const profiles[] = { "england_2010", "england_2013" };
  TlPlainRecord *review = _tl_generate_add (self, "review");
  int year = g_rand_int_range (self->rand, FIRST_YEAR, LAST_YEAR + 1);
  guint type = _tl_generate_below (self, 100);

  g_clear_object (&self->method);
  self->method = tl_method_lookup (pick_method (self), error);
  if (self->method == NULL)
    return FALSE;

  set_board (self, review);
  _tl_generate_set (review, "method", tl_method_get_id (self->method));
  _tl_generate_set (review, "method_version", tl_method_get_version (self->method));
  _tl_generate_set (review, "profile", profiles[year >= 2013 ? 1 : 0]);
  _tl_generate_set (review, "type", type < 80 ? "serious_incident" : type < 90 ? "near_miss" : "good_practice");
  _tl_generate_set_any (self, review, "format");
  _tl_generate_set_number (review, "year", year);
  _tl_generate_set_number (review, "revision", 1);
  _tl_generate_set (review, "summary", MARK);
  return TRUE;
}

static void
add_children (TlGenerator *self)
{
  for (guint n = _tl_generate_chance (self, 25) ? 2 : 1; n > 0; n--)
    {
      TlPlainRecord *child = _tl_generate_add (self, "child");
      const TlChoice *all = tl_kind_find_field (child->kind, "circumstances")->choices;
      g_autoptr (GPtrArray) circumstances = g_ptr_array_new ();

      _tl_generate_set_any (self, child, "age_band");
      _tl_generate_set_any (self, child, "outcome");
      for (guint i = 0; all[i].key != NULL; i++)
        if (_tl_generate_chance (self, 18))
          g_ptr_array_add (circumstances, (char *) all[i].key);
      _tl_generate_set_list (child, "circumstances", circumstances);
    }
}

static void
add_people (TlGenerator *self)
{
  for (guint n = 2 + _tl_generate_below (self, 4); n > 0; n--)
    {
      TlPlainRecord *agency = _tl_generate_add (self, "agency");
      TlPlainRecord *role = _tl_generate_add (self, "role");

      _tl_generate_set_any (self, agency, "type");
      _tl_generate_set_any (self, role, "function");
      _tl_generate_set (role, "agency", agency->id);
    }

  TlPlainRecord *lead = _tl_generate_add (self, "reviewer");
  TlPlainRecord *second = _tl_generate_add (self, "reviewer");

  _tl_generate_set (lead, "role", "lead");
  _tl_generate_set (second, "role", "second_coder");
  self->lead = lead->id;
  self->second = second->id;
}

/* Files */

static int
compare_records (const void *a,
                 const void *b)
{
  const TlPlainRecord *one = *(TlPlainRecord *const *) a, *other = *(TlPlainRecord *const *) b;
  guint position = tl_kind_get_position (one->kind), other_position = tl_kind_get_position (other->kind);

  return position != other_position ? (position < other_position ? -1 : 1) : strcmp (one->id, other->id);
}

static gboolean
make_record (TlGenerator *self,
             GError   **error)
{
  self->export = g_new0 (TlExport, 1);
  self->export->tier = TL_TIER_LEARNING;
  self->export->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plain_record_free);
  self->export->typologies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->export->typologies, g_strdup (TYPOLOGY),
                       g_strdup (tl_typology_get_version (self->typology)));
  g_ptr_array_set_size (self->factors, 0);
  g_ptr_array_set_size (self->links, 0);
  g_ptr_array_set_size (self->factor_codes, 0);

  if (!add_review (self, error))
    return FALSE;
  add_children (self);
  add_people (self);
  _tl_generate_graph (self);
  _tl_generate_coding (self);
  _tl_generate_findings (self);
  g_ptr_array_sort (self->export->records, compare_records);
  return TRUE;
}

static gboolean
write_record (TlGenerator   *self,
              const char  *folder,
              guint        i,
              GError     **error)
{
  g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i + 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gboolean made = make_record (self, error);

  if (made)
    text = tl_xml_dup_export (self->export);
  g_clear_pointer (&self->export, tl_export_free);
  return made && g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666, error);
}

static void
find_leaves (TlGenerator  *self,
             GListModel *codes)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      GListModel *children = tl_code_get_children (code);

      if (children != NULL && g_list_model_get_n_items (children) > 0)
        find_leaves (self, children);
      else if (!tl_code_get_deprecated (code))
        g_ptr_array_add (self->codes, g_object_ref (code));
    }
}

/**
 * tl_library_generate:
 * @folder: where to write; made if it does not exist
 * @options: what to generate
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes learning records as XML files, "generated-00001.xml" and so on, coded in the national typology.
 *
 * Returns: %FALSE on failure, and then some may have been written
 */
gboolean
tl_library_generate (const char               *folder,
                     const TlGenerateOptions  *options,
                     GCancellable             *cancellable,
                     GError                  **error)
{
  g_return_val_if_fail (folder != NULL && options != NULL && options->n_factors < 4096
                        && options->n_factors_max < 4096, FALSE);

  TlGenerator self = { .options = options, .typology = tl_typology_lookup (TYPOLOGY, error) };
  gboolean done = self.typology != NULL;

  if (!done)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The folder “%s” can’t be made: %s."), name, g_strerror (code));
      return FALSE;
    }

  self.rand = g_rand_new_with_seed (options->seed);
  self.codes = g_ptr_array_new_with_free_func (g_object_unref);
  self.factors = g_ptr_array_new ();
  self.links = g_ptr_array_new ();
  self.factor_codes = g_ptr_array_new ();
  find_leaves (&self, tl_typology_get_top (self.typology));

  for (guint i = 0; i < options->n_records && done; i++)
    done = !g_cancellable_set_error_if_cancelled (cancellable, error) && write_record (&self, folder, i, error);

  g_clear_object (&self.method);
  g_ptr_array_unref (self.codes);
  g_ptr_array_unref (self.factors);
  g_ptr_array_unref (self.links);
  g_ptr_array_unref (self.factor_codes);
  g_rand_free (self.rand);
  return done;
}
