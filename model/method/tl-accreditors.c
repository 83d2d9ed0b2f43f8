/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bodies that accredit reviewers, and for which methods. The government left open who that should be, so a body is
 * a file: those that ship and the person's own. */
#include "config.h"

#include "model/method/tl-accreditors.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

#include <glib/gi18n-lib.h>

static void
accreditor_free (gpointer data)
{
  TlAccreditor *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_strfreev (self->methods);
  g_free (self);
}

static char *
read_line (GKeyFile    *file,
           const char  *name,
           const char  *key,
           GError     **error)
{
  g_autofree char *text = g_key_file_get_locale_string (file, "body", key, NULL, NULL);

  if (text != NULL)
    g_strstrip (text);
  if (text == NULL || text[0] == '\0' || !tl_text_is_one_line (text) || g_utf8_strlen (text, -1) > TL_TEXT_MAX_LINE)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("In %s the text of “%s” in [body] is missing, empty, too long or not one line."), name, key);
      return NULL;
    }
  return g_steal_pointer (&text);
}

static TlAccreditor *
read_accreditor (const char  *id,
                 GError     **error)
{
  g_autofree char *path = g_strconcat ("accreditation/", id, ".ini", NULL);
  g_autofree char *name = tl_data_describe (path);
  g_autoptr (GBytes) bytes = tl_data_load (path, error);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > TL_ACCREDITOR_MAX_BYTES
      || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local_error))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s does not tell of a body that accredits: %s."), name,
                   local_error != NULL ? local_error->message : _("it is too large"));
      return NULL;
    }

  TlAccreditor *self = g_new0 (TlAccreditor, 1);

  self->id = g_strdup (id);
  self->title = read_line (file, name, "title", error);
  self->description = self->title != NULL ? read_line (file, name, "description", error) : NULL;
  self->methods = g_key_file_get_string_list (file, "body", "methods", NULL, NULL);
  if (self->methods == NULL)
    self->methods = g_new0 (char *, 1);
  if (self->description != NULL)
    return self;
  accreditor_free (self);
  return NULL;
}

/**
 * tl_accreditors_list:
 * @problems: (out) (optional) (transfer full) (element-type GError): why files were left out; empty if none were
 *
 * Returns: (transfer full) (element-type TlAccreditor): every body there is, by id
 */
GPtrArray *
tl_accreditors_list (GPtrArray **problems)
{
  g_auto (GStrv) ids = tl_data_list ("accreditation", ".ini");
  GPtrArray *accreditors = g_ptr_array_new_with_free_func (accreditor_free);

  if (problems != NULL)
    *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      TlAccreditor *accreditor = read_accreditor (ids[i], &error);

      if (accreditor != NULL)
        g_ptr_array_add (accreditors, accreditor);
      else if (problems != NULL)
        g_ptr_array_add (*problems, g_steal_pointer (&error));
    }
  return accreditors;
}

/**
 * tl_accreditors_find:
 * @accreditors: (element-type TlAccreditor): bodies
 * @title: (nullable): what one is called, in any case of letters
 *
 * Returns: (transfer none) (nullable): the body; a reviewer may be accredited by one that no file tells of
 */
const TlAccreditor *
tl_accreditors_find (GPtrArray  *accreditors,
                     const char *title)
{
  g_return_val_if_fail (accreditors != NULL, NULL);

  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : NULL;

  for (guint i = 0; folded != NULL && i < accreditors->len; i++)
    {
      const TlAccreditor *accreditor = g_ptr_array_index (accreditors, i);
      g_autofree char *other = g_utf8_casefold (accreditor->title, -1);

      if (g_str_equal (folded, other))
        return accreditor;
    }
  return NULL;
}
