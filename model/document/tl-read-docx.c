/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word documents in Office Open XML (ISO/IEC 29500): paragraphs, lists, tables, notes, and the pages as they were laid
 * out when the file was last saved. */
#include "config.h"

#include "model/document/tl-package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BODY "word/document.xml"

enum {
  OWN_PARAGRAPH = 1,
  OWN_RUN,
  OWN_TEXT,
  OWN_HIDDEN,
  OWN_HYPHEN,
  OWN_BREAK,
  OWN_ITEM,
  OWN_SAVED_PAGE,
  OWN_PAGE_BEFORE,
  OWN_CALL_FOOTNOTE,
  OWN_CALL_ENDNOTE,
  OWN_NOTE,
};

#define DELETED N_("Passages that are marked as deleted were left out.")

static const TlStep steps[] = {
  { "w:p", TL_STEP_PARAGRAPH, OWN_PARAGRAPH },
  { "w:t", TL_STEP_NONE, OWN_TEXT },
  { "w:r", TL_STEP_NONE, OWN_RUN },
  { "w:vanish", TL_STEP_NONE, OWN_HIDDEN },
  { "w:tab", TL_STEP_TAB },
  { "w:ptab", TL_STEP_TAB },
  { "w:br", TL_STEP_LINE, OWN_BREAK },
  { "w:cr", TL_STEP_LINE },
  { "w:noBreakHyphen", TL_STEP_NONE, OWN_HYPHEN },
  { "w:numPr", TL_STEP_NONE, OWN_ITEM },
  { "w:tbl", TL_STEP_TABLE },
  { "w:tr", TL_STEP_ROW },
  { "w:tc", TL_STEP_CELL },
  { "w:lastRenderedPageBreak", TL_STEP_NONE, OWN_SAVED_PAGE },
  { "w:pageBreakBefore", TL_STEP_NONE, OWN_PAGE_BEFORE },
  { "w:footnoteReference", TL_STEP_NONE, OWN_CALL_FOOTNOTE },
  { "w:endnoteReference", TL_STEP_NONE, OWN_CALL_ENDNOTE },
  { "w:footnote", TL_STEP_NONE, OWN_NOTE },
  { "w:endnote", TL_STEP_NONE, OWN_NOTE },
  { "w:del", TL_STEP_SKIP, 0, DELETED },
  { "w:moveFrom", TL_STEP_SKIP, 0, DELETED },
  { "w:commentReference", TL_STEP_SKIP, 0, N_("Comments were left out.") },
  { "w:tabs", TL_STEP_SKIP },
  { "mc:Fallback", TL_STEP_SKIP },
  { NULL },
};

typedef struct {
  TlPart      part;
  TlFlow      flow;
  GHashTable *notes[2];    /* footnotes and endnotes: id → text */
  char       *note_id;     /* of the one that is being read */
  gboolean    knows_pages; /* the program that saved the file says where pages began */
  gboolean    in_text;
  gboolean    in_run;
  gboolean    run_is_hidden;
  gboolean    is_item, was_item; /* this paragraph, the one before */
} Docx;

static void
call_note (Docx  *self,
           guint  which)
{
  g_autofree char *id = _tl_part_dup_attribute (&self->part, "w:id");
  const char *text = id != NULL ? g_hash_table_lookup (self->notes[which], id) : NULL;

  if (text != NULL)
    _tl_flow_add_note (&self->flow, text);
}

static gboolean
has_value (Docx       *self,
           const char *attribute,
           const char *value)
{
  g_autofree char *found = _tl_part_dup_attribute (&self->part, attribute);

  return g_strcmp0 (found, value) == 0;
}

/* "off" is written in several ways. */
static gboolean
is_on (Docx *self)
{
  return !has_value (self, "w:val", "0") && !has_value (self, "w:val", "false") && !has_value (self, "w:val", "off");
}

/* Where the file says where pages began when it was saved, it says so of these too. */
static void
break_page (Docx *self)
{
  if (!self->knows_pages)
    _tl_draft_break_page (self->part.draft);
}

static void
begin_item (Docx *self)
{
  if (self->was_item && self->flow.cells == 0)
    _tl_draft_close_up (self->part.draft);
  self->is_item = TRUE;
  _tl_flow_begin_item (&self->flow, "•");
  _tl_draft_note (self->part.draft, _("The numbers and marks of lists were replaced by “•”."));
}

static void
take_own_step (Docx         *self,
               const TlStep *step)
{
  switch (step->own)
    {
    case OWN_PARAGRAPH:
      self->is_item = FALSE;
      break;
    case OWN_TEXT:
      self->in_text = !self->run_is_hidden;
      break;
    case OWN_RUN:
      self->in_run = TRUE;
      self->run_is_hidden = FALSE;
      break;
    case OWN_HIDDEN:
      if (self->in_run && is_on (self))
        {
          self->run_is_hidden = TRUE;
          _tl_draft_note (self->part.draft, _("Hidden text was left out."));
        }
      break;
    case OWN_ITEM:
      begin_item (self);
      break;
    case OWN_BREAK:
      if (has_value (self, "w:type", "page"))
        break_page (self);
      break;
    case OWN_SAVED_PAGE:
      _tl_draft_break_page (self->part.draft);
      break;
    case OWN_PAGE_BEFORE:
      if (is_on (self))
        break_page (self);
      break;
    case OWN_HYPHEN:
      _tl_flow_add (&self->flow, "-", 1);
      break;
    case OWN_CALL_FOOTNOTE:
    case OWN_CALL_ENDNOTE:
      call_note (self, step->own == OWN_CALL_FOOTNOTE ? 0 : 1);
      break;
    default:
      break;
    }
}

static void
start (TlPart     *part,
       const char *name)
{
  Docx *self = (Docx *) part;
  const TlStep *step = _tl_flow_find (steps, name);

  if (_tl_flow_start (&self->flow, step) && step != NULL)
    take_own_step (self, step);
}

static void
end (TlPart     *part,
     const char *name)
{
  Docx *self = (Docx *) part;
  const TlStep *step = _tl_flow_find (steps, name);

  if (!_tl_flow_end (&self->flow, step) || step == NULL)
    return;
  if (step->own == OWN_TEXT)
    self->in_text = FALSE;
  else if (step->own == OWN_RUN)
    self->in_run = self->run_is_hidden = FALSE;
  else if (step->own == OWN_PARAGRAPH)
    self->was_item = self->is_item;
}

static void
add_text (TlPart     *part,
          const char *text,
          gsize       length)
{
  Docx *self = (Docx *) part;

  if (self->in_text)
    _tl_flow_add (&self->flow, text, length);
}

/* Notes, each in a member of its own */

typedef struct {
  TlPart      part;
  GHashTable *notes;
  char       *id;
  GString    *text;
  gboolean    in_text;
} Notes;

static void
start_of_notes (TlPart     *part,
                const char *name)
{
  Notes *self = (Notes *) part;
  const TlStep *step = _tl_flow_find (steps, name);

  if (step == NULL)
    return;
  if (step->own == OWN_NOTE)
    {
      g_free (self->id);
      self->id = _tl_part_dup_attribute (part, "w:id");
      g_string_truncate (self->text, 0);
    }
  else if (step->own == OWN_TEXT)
    self->in_text = TRUE;
  else if (step->step == TL_STEP_PARAGRAPH || step->step == TL_STEP_TAB || step->own == OWN_BREAK)
    g_string_append_c (self->text, ' ');
}

static void
end_of_notes (TlPart     *part,
              const char *name)
{
  Notes *self = (Notes *) part;
  const TlStep *step = _tl_flow_find (steps, name);

  if (step != NULL && step->own == OWN_TEXT)
    self->in_text = FALSE;
  else if (step != NULL && step->own == OWN_NOTE && self->id != NULL)
    g_hash_table_replace (self->notes, g_steal_pointer (&self->id), g_strdup (self->text->str));
}

static void
text_of_notes (TlPart     *part,
               const char *text,
               gsize       length)
{
  Notes *self = (Notes *) part;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
}

/* Returns the texts of the notes by their ids. */
static GHashTable *
read_notes (TlPackage  *package,
            const char *member)
{
  Notes notes = {
    .part = { .draft = package->draft, .start = start_of_notes, .end = end_of_notes, .text = text_of_notes },
    .notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .text = g_string_new (NULL),
  };

  if (_tl_package_has (package, member))
    {
      g_autoptr (GBytes) bytes = _tl_package_read (package, member);

      _tl_part_parse (&notes.part, member, bytes);
    }
  g_free (notes.id);
  g_string_free (notes.text, TRUE);
  return notes.notes;
}

static gboolean
has_saved_pages (GBytes *bytes)
{
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return text != NULL && g_strstr_len (text, (gssize) length, "lastRenderedPageBreak") != NULL;
}

void
_tl_read_docx (TlPackage *package)
{
  Docx docx = { .part = { .draft = package->draft, .start = start, .end = end, .text = add_text } };

  _tl_flow_init (&docx.flow, package->draft);
  docx.notes[0] = read_notes (package, "word/footnotes.xml");
  docx.notes[1] = read_notes (package, "word/endnotes.xml");
  _tl_package_read_properties (package, "docProps/core.xml", "dcterms:created");

  g_autoptr (GBytes) body = _tl_package_read (package, BODY);

  docx.knows_pages = has_saved_pages (body);
  _tl_part_parse (&docx.part, BODY, body);
  _tl_flow_clear (&docx.flow);
  for (guint i = 0; i < G_N_ELEMENTS (docx.notes); i++)
    g_hash_table_unref (docx.notes[i]);
}
