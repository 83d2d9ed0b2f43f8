/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the quality markers: what a review may ask of itself, from the decision to hold it to what came of it. The
 * words are data. */
#include "config.h"

#include "model/method/tl-markers.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST "markers/quality-markers.ini"
#define MAX_MARKERS 18 /* as many as a note can be about */

static void
group_free (gpointer data)
{
  TlMarkerGroup *group = data;

  g_free (group->title);
  g_free (group->description);
  g_free (group);
}

static void
marker_free (gpointer data)
{
  TlMarker *marker = data;

  g_free (marker->title);
  g_free (marker->statement);
  g_strfreev (marker->questions);
  g_free (marker);
}

static gboolean
refuse (GError     **error,
        const char  *section,
        const char  *key)
{
  g_autofree char *name = tl_data_describe (LIST);

  g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("In %s “%s” in [%s] is missing or not understood."), name, key,
               section);
  return FALSE;
}

static gboolean
read_line (GKeyFile    *file,
           const char  *section,
           const char  *key,
           char       **line,
           GError     **error)
{
  *line = g_key_file_get_locale_string (file, section, key, NULL, NULL);
  return (*line != NULL && (*line)[0] != '\0') || refuse (error, section, key);
}

static gboolean
read_groups (TlMarkers          *self,
             GKeyFile           *file,
             const char *const  *keys,
             GError            **error)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      TlMarkerGroup *group = g_new0 (TlMarkerGroup, 1);

      g_ptr_array_add (self->groups, group);
      if (!read_line (file, keys[i], "title", &group->title, error)
          || !read_line (file, keys[i], "description", &group->description, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_marker (TlMarkers          *self,
             GKeyFile           *file,
             const char *const  *groups,
             int                 number,
             GError            **error)
{
  g_autofree char *section = g_strdup_printf ("%d", number);
  g_autofree char *group = g_key_file_get_string (file, section, "group", NULL);
  TlMarker *marker = g_new0 (TlMarker, 1);

  g_ptr_array_add (self->markers, marker);
  marker->number = number;
  while (groups[marker->group] != NULL && g_strcmp0 (groups[marker->group], group) != 0)
    marker->group++;
  if (groups[marker->group] == NULL)
    return refuse (error, section, "group");
  if (!read_line (file, section, "title", &marker->title, error)
      || !read_line (file, section, "statement", &marker->statement, error))
    return FALSE;
  marker->questions = g_key_file_get_locale_string_list (file, section, "questions", NULL, NULL, NULL);
  return marker->questions != NULL || refuse (error, section, "questions");
}

/**
 * tl_markers_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the quality markers that ship or that stand in their place
 */
TlMarkers *
tl_markers_load (GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = tl_data_load (LIST, error);
  g_autoptr (GError) local_error = NULL;

  if (bytes == NULL)
    return NULL;
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local_error))
    {
      g_autofree char *name = tl_data_describe (LIST);

      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s is not a list of quality markers: %s."), name,
                   local_error->message);
      return NULL;
    }

  g_autoptr (TlMarkers) self = g_new (TlMarkers, 1);
  g_auto (GStrv) groups = g_key_file_get_string_list (file, "list", "groups", NULL, NULL);

  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->markers = g_ptr_array_new_with_free_func (marker_free);
  if (groups == NULL)
    {
      refuse (error, "list", "groups");
      return NULL;
    }
  gboolean read = read_groups (self, file, (const char *const *) groups, error);

  for (int number = 1; read && number <= MAX_MARKERS; number++)
    read = read_marker (self, file, (const char *const *) groups, number, error);
  return read ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_markers_free:
 * @self: (transfer full): the quality markers
 */
void
tl_markers_free (TlMarkers *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->markers);
  g_free (self);
}
