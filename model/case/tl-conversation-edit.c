/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on conversations that were held for the review. */
#include "config.h"

#include "model/case/tl-conversation-edit.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"

/**
 * tl_conversation_edit_write_up:
 * @edit: an edit
 * @source: a conversation
 * @error: return location
 *
 * Makes the notes of a conversation its text, each part under its heading, so that extracts can be marked in it. The
 * text stays as it is when the notes are changed later, until they are written up again.
 *
 * Returns: whether it was done; not if there are no notes
 */
gboolean
tl_conversation_edit_write_up (TlEdit    *edit,
                               TlRecord  *source,
                               GError   **error)
{
  g_return_val_if_fail (edit != NULL && tl_record_is (source, "source"), FALSE);

  const TlKind *kind = tl_record_get_kind (source);
  const TlField *last = tl_kind_find_field (kind, "suggestions");
  g_autoptr (GString) text = g_string_new (NULL);

  for (const TlField *field = tl_kind_find_field (kind, "introduction"); field <= last; field++)
    {
      const char *notes = tl_record_get_text (source, field->name);

      if (notes != NULL)
        g_string_append_printf (text, "%s%s\n\n%s\n", text->len > 0 ? "\n" : "", _(field->label), notes);
    }
  if (text->len == 0)
    return tl_error_refuse (error, _("There are no notes of this conversation yet."));
  return tl_edit_set (edit, tl_record_get_id (source), "body", text->str, error)
         && tl_edit_set (edit, tl_record_get_id (source), "page_starts", NULL, error);
}
