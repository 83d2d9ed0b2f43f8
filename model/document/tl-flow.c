/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paragraphs, lists, tables and notes on their way into one text. */
#include "config.h"

#include "model/document/tl-flow-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_INDENT 8

void
_tl_flow_init (TlFlow  *self,
               TlDraft *draft)
{
  *self = (TlFlow) { .draft = draft, .waiting = g_ptr_array_new_with_free_func (g_free) };
}

void
_tl_flow_clear (TlFlow *self)
{
  if (self->note != NULL)
    g_string_free (g_steal_pointer (&self->note), TRUE);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

void
_tl_flow_add (TlFlow     *self,
              const char *text,
              gsize       length)
{
  if (self->skipped > 0)
    return;
  self->marked = self->marked && is_blank (text, length);
  if (self->note == NULL)
    _tl_draft_add (self->draft, text, length);
  else if (self->note->len + length <= TL_DOCUMENT_MAX_TEXT)
    g_string_append_len (self->note, text, (gssize) length);
}

/* What follows stands on another line, unless it is in a cell. */
static void
break_line (TlFlow *self,
            guint   lines)
{
  if (self->note != NULL || self->cells > 0)
    _tl_flow_add (self, " ", 1);
  else
    _tl_draft_break (self->draft, lines);
}

/* Within a cell a tab would pass for the end of it. */
static void
add_tab (TlFlow *self)
{
  if (self->note != NULL || self->cells > 0)
    _tl_flow_add (self, " ", 1);
  else
    _tl_draft_add_mark (self->draft, "\t");
}

static void
let_notes_follow (TlFlow *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const char *note = g_ptr_array_index (self->waiting, i);

      _tl_draft_break (self->draft, TL_DRAFT_PARAGRAPH);
      _tl_draft_add (self->draft, note, strlen (note));
    }
  if (self->waiting->len > 0)
    _tl_draft_break (self->draft, TL_DRAFT_PARAGRAPH);
  g_ptr_array_set_size (self->waiting, 0);
}

static void
begin_paragraph (TlFlow *self)
{
  if (!self->marked)
    break_line (self, self->lists > 0 ? TL_DRAFT_LINE : TL_DRAFT_PARAGRAPH);
}

static void
end_paragraph (TlFlow *self)
{
  self->marked = FALSE;
  break_line (self, self->lists > 0 ? TL_DRAFT_LINE : TL_DRAFT_PARAGRAPH);
  if (self->note == NULL && self->tables == 0)
    let_notes_follow (self);
}

/* An item of a list, with what marks it. */
void
_tl_flow_begin_item (TlFlow     *self,
                     const char *mark)
{
  break_line (self, TL_DRAFT_LINE);
  if (self->note == NULL && self->cells == 0)
    for (guint i = 1; i < MIN (self->lists, MAX_INDENT); i++)
      _tl_draft_add_mark (self->draft, "  ");
  _tl_flow_add (self, mark, strlen (mark));
  _tl_flow_add (self, " ", 1);
  self->marked = TRUE;
}

static void
end_table (TlFlow *self)
{
  if (self->tables == 0 || --self->tables > 0)
    return;
  self->cells = 0;
  end_paragraph (self);
}

/* A table within a table goes on in the cell of the outer one. */
static void
begin_row (TlFlow *self)
{
  if (self->tables <= 1)
    self->cells = 0;
  break_line (self, TL_DRAFT_LINE);
}

static void
begin_cell (TlFlow *self)
{
  if (self->tables > 1 || self->note != NULL)
    _tl_flow_add (self, " ", 1);
  else if (self->cells++ > 0)
    _tl_draft_add_mark (self->draft, "\t");
}

/* A call of a note here, and its text after the paragraph. A note has no notes. */
void
_tl_flow_add_note (TlFlow     *self,
                   const char *text)
{
  if (self->note != NULL)
    return;

  g_autofree char *call = g_strdup_printf ("[%u]", ++self->n_notes);

  _tl_flow_add (self, call, strlen (call));
  g_ptr_array_add (self->waiting, g_strdup_printf ("%s %s", call, text));
}

static void
end_note (TlFlow *self)
{
  if (self->note == NULL)
    return;

  GString *note = g_steal_pointer (&self->note);

  _tl_flow_add_note (self, note->str);
  g_string_free (note, TRUE);
}

/* What a reader's table says of an element, or NULL. */
const TlStep *
_tl_flow_find (const TlStep *steps,
               const char   *element)
{
  for (; steps->element != NULL; steps++)
    if (strcmp (steps->element, element) == 0)
      return steps;
  return NULL;
}

/* Leaves out the element that begins, and says so. */
void
_tl_flow_skip (TlFlow     *self,
               const char *sentence)
{
  self->skipped = 1;
  if (sentence != NULL)
    _tl_draft_note (self->draft, sentence);
}

static void
take_step (TlFlow       *self,
           const TlStep *step)
{
  switch (step->step)
    {
    case TL_STEP_PARAGRAPH:
      begin_paragraph (self);
      break;
    case TL_STEP_LIST:
      if (self->lists++ == 0)
        break_line (self, TL_DRAFT_PARAGRAPH);
      break;
    case TL_STEP_ITEM:
      _tl_flow_begin_item (self, "•");
      break;
    case TL_STEP_TABLE:
      break_line (self, TL_DRAFT_PARAGRAPH);
      self->tables++;
      break;
    case TL_STEP_ROW:
      begin_row (self);
      break;
    case TL_STEP_CELL:
      begin_cell (self);
      break;
    case TL_STEP_SPACE:
      _tl_flow_add (self, " ", 1);
      break;
    case TL_STEP_TAB:
      add_tab (self);
      break;
    case TL_STEP_LINE:
      break_line (self, TL_DRAFT_LINE);
      break;
    case TL_STEP_NOTE:
      if (self->note == NULL)
        self->note = g_string_new (NULL);
      break;
    case TL_STEP_SKIP:
      _tl_flow_skip (self, step->sentence != NULL ? _(step->sentence) : NULL);
      break;
    default:
      break;
    }
}

/* An element begins. Every one is told, also those that a reader's table does not have, for what is left out is
 * counted in elements. Returns whether it is taken in, and the reader may do what else there is to do. */
gboolean
_tl_flow_start (TlFlow       *self,
                const TlStep *step)
{
  if (self->skipped > 0)
    self->skipped++;
  else if (step != NULL)
    take_step (self, step);
  return self->skipped == 0;
}

/* An element ends. Returns as _tl_flow_start(). */
gboolean
_tl_flow_end (TlFlow       *self,
              const TlStep *step)
{
  if (self->skipped > 0)
    {
      self->skipped--;
      return FALSE;
    }

  switch (step != NULL ? step->step : TL_STEP_NONE)
    {
    case TL_STEP_PARAGRAPH:
      end_paragraph (self);
      break;
    case TL_STEP_LIST:
      if (self->lists > 0 && --self->lists == 0)
        break_line (self, TL_DRAFT_PARAGRAPH);
      break;
    case TL_STEP_TABLE:
      end_table (self);
      break;
    case TL_STEP_NOTE:
      end_note (self);
      break;
    default:
      break;
    }
  return TRUE;
}
