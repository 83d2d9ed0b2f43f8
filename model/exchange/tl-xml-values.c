/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML reader's values: from attributes and text to the fields of a record, checked by the declarations, the method
 * pack and the typologies. */
#include "config.h"

#include "model/exchange/tl-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-text.h"

/* The longest value of an attribute that can be right; a key is the longest of them. */
#define MAX_VALUE 160

/* Says so if a value is too short or too long to be one. */
static gboolean
check_length (TlXmlReader *self,
              const char  *name,
              gsize        length)
{
  if (length == 0)
    _tl_xml_problem (self, TL_PROBLEM_VALUE, _("“%s” is empty. Leave it out instead."), name);
  else if (length > MAX_VALUE)
    _tl_xml_problem (self, TL_PROBLEM_VALUE, _("“%s” is longer than any value it can have."), name);
  return length > 0 && length <= MAX_VALUE;
}

/* Reads an id, and says so if it is none. */
static gboolean
read_id (TlXmlReader *self,
         const char  *name,
         const char  *text,
         gsize        length,
         guint8       packed[TL_ID_PACKED])
{
  if (tl_id_parse (text, length, packed))
    return TRUE;
  if (check_length (self, name, length))
    _tl_xml_problem (self, TL_PROBLEM_VALUE, _("“%.*s” is not an id. An id is a UUID in lower case."),
                     (int) MIN (length, 60), text);
  return FALSE;
}

/* Takes the id of the record. */
void
_tl_xml_set_id (TlXmlReader *self,
                const char  *text,
                gsize        length)
{
  guint8 packed[TL_ID_PACKED];

  if (!read_id (self, "id", text, length, packed))
    return;

  memcpy (self->record->id, text, length);
  self->record->id[length] = '\0';

  guint other = tl_reference_table_define (self->references, packed, self->kind->kind, self->record->line);

  if (other != 0)
    _tl_xml_problem (self, TL_PROBLEM_DUPLICATE_ID, _("The id %s stands on line %u already."), self->record->id,
                     other);
}

/* An id is read once, as what it says; it is kept as it stands. */
static gboolean
set_reference (TlXmlReader      *self,
               TlValue          *value,
               const TlFormSlot *slot,
               const char       *text,
               gsize             length)
{
  guint8 packed[TL_ID_PACKED];

  if (!tl_id_parse (text, length, packed))
    return FALSE;
  value->type = TL_VALUE_TEXT;
  value->text = tl_arena_copy (self->arena, text, length);
  value->ref = slot->ref;
  tl_reference_table_refer (self->references, packed, slot->declared, slot->ref, self->record->line);
  return TRUE;
}

static gboolean
is_word (const TlField *field)
{
  return field->type == TL_FIELD_KEY || field->type == TL_FIELD_CHOICE || field->type == TL_FIELD_INT
         || field->type == TL_FIELD_BOOL;
}

/* Where a value would stand among those found right, by its ends: most codes begin alike. */
static TlXmlWord *
find_word (TlXmlReader      *self,
           const TlFormSlot *slot,
           const char       *text,
           gsize             length)
{
  guint32 end = (guchar) text[length - 1];

  if (length >= sizeof end)
    memcpy (&end, text + length - sizeof end, sizeof end);
  end = (end ^ (guint32) (guchar) text[0] << 7 ^ (guint32) ((gsize) slot / sizeof *slot)) * 2654435761u;
  return &self->words[end / (G_MAXUINT32 / TL_XML_N_WORDS + 1)];
}

/* Sets a value that was found right before; FALSE if it was not, or another took its place. */
static gboolean
set_known_word (TlXmlReader      *self,
                TlValue          *value,
                const TlFormSlot *slot,
                const char       *text,
                gsize             length)
{
  if (length == 0 || length > TL_XML_MAX_WORD)
    return FALSE;

  const TlXmlWord *word = find_word (self, slot, text, length);

  if (word->slot != slot || word->length != length || memcmp (word->text, text, length) != 0)
    return FALSE;
  value->type = word->type;
  if (word->type == TL_VALUE_TEXT)
    value->text = tl_arena_copy (self->arena, text, length);
  else
    value->integer = word->integer;
  return TRUE;
}

static void
keep_word (TlXmlReader      *self,
           const TlValue    *value,
           const TlFormSlot *slot,
           const char       *text,
           gsize             length)
{
  if (length > TL_XML_MAX_WORD)
    return;

  TlXmlWord *word = find_word (self, slot, text, length);

  word->slot = slot;
  word->type = value->type;
  word->integer = value->type == TL_VALUE_INTEGER ? value->integer : 0;
  word->length = (guint) length;
  memcpy (word->text, text, length);
}

static gboolean
check_key (TlXmlReader   *self,
           const TlField *field,
           const char    *key)
{
  g_autoptr (GError) error = NULL;

  if (tl_pins_check_key (self->header.pins, field->vocabulary, key, &error))
    return TRUE;
  _tl_xml_problem (self, field->vocabulary == TL_VOCABULARY_CODE ? TL_PROBLEM_CODE : TL_PROBLEM_KEY, "%s",
                   error->message);
  return FALSE;
}

/* Sets a value from what @text, which ends with a zero byte, says by the declarations; FALSE if that is nothing. */
static gboolean
set_checked (TlXmlReader      *self,
             TlValue          *value,
             const TlFormSlot *slot,
             const char       *text)
{
  g_autoptr (GError) error = NULL;

  if (!tl_value_set_in_arena (value, slot->declared, text, self->arena, &error))
    {
      _tl_xml_problem (self, TL_PROBLEM_VALUE, "%s: %s", slot->name, error->message);
      return FALSE;
    }
  return slot->declared->type != TL_FIELD_KEY || check_key (self, slot->declared, text);
}

/* Takes an attribute of a record. */
void
_tl_xml_set_attribute (TlXmlReader      *self,
                       const TlFormSlot *slot,
                       const char       *text,
                       gsize             length)
{
  const TlField *field = slot->declared;
  TlValue *value = &self->record->values[slot->field];
  char copy[MAX_VALUE + 1];

  if (value->type != TL_VALUE_UNSET)
    {
      _tl_xml_problem (self, TL_PROBLEM_SEVERAL_TARGETS, _("“%s” of a %s can point at one record only."), field->name,
                       self->kind->kind->name);
      return;
    }
  if ((field->type == TL_FIELD_REF && set_reference (self, value, slot, text, length))
      || (is_word (field) && set_known_word (self, value, slot, text, length))
      || !check_length (self, slot->name, length))
    return;

  memcpy (copy, text, length);
  copy[length] = '\0';
  if (set_checked (self, value, slot, copy) && is_word (field))
    keep_word (self, value, slot, copy, length);
}

static gsize
max_bytes (const TlField *field)
{
  if (field->type == TL_FIELD_BODY)
    return TL_TEXT_MAX_BODY_BYTES;
  if (field->type == TL_FIELD_PROSE)
    return TL_TEXT_MAX_PROSE * (gsize) 4;
  return TL_TEXT_MAX_LINE * (gsize) 4;
}

/* Takes a piece of the text of an element. */
void
_tl_xml_add_text (TlXmlReader *self,
                  const char  *text,
                  gsize        length)
{
  if (self->too_long)
    return;
  if (self->text->len + length > max_bytes (self->field))
    {
      self->too_long = TRUE;
      _tl_xml_problem (self, TL_PROBLEM_TOO_LARGE, _("The text of “%s” is too long."), self->field->name);
      return;
    }
  g_string_append_len (self->text, text, (gssize) length);
}

static gboolean
add_item (TlXmlReader *self,
          const char  *text,
          gsize        length)
{
  char *item = tl_arena_copy (self->arena, text, length);

  if (!g_hash_table_add (self->seen, item))
    {
      _tl_xml_problem (self, TL_PROBLEM_REPEATED, _("“%.60s” stands twice in “%s”."), item, self->field->name);
      return FALSE;
    }
  g_ptr_array_add (self->items, item);
  return TRUE;
}

/* The form of the text counts as it stands in the file, so that a schema can hold it to the same. */
static gboolean
is_too_long (const TlField *field,
             const char    *text,
             gsize          length)
{
  gsize max = field->type == TL_FIELD_PROSE ? TL_TEXT_MAX_PROSE : TL_TEXT_MAX_LINE;

  return field->type != TL_FIELD_BODY && length > max && (gsize) g_utf8_strlen (text, (gssize) length) > max;
}

/* The element with text ends. */
void
_tl_xml_end_text (TlXmlReader *self)
{
  const TlField *field = self->field;
  g_autoptr (GError) error = NULL;

  if (self->too_long)
    return;
  if (self->text->len == 0)
    _tl_xml_problem (self, TL_PROBLEM_VALUE, _("“%s” is empty. Leave it out instead."), field->name);
  else if (is_too_long (field, self->text->str, self->text->len))
    _tl_xml_problem (self, TL_PROBLEM_TOO_LARGE, _("The text of “%s” is too long."), field->name);
  else if (field->type == TL_FIELD_CHOICES)
    {
      if (tl_field_get_choice_label (field, self->text->str) != NULL)
        add_item (self, self->text->str, self->text->len);
      else
        _tl_xml_problem (self, TL_PROBLEM_VALUE, _("“%.60s” is not one of the choices of “%s”."), self->text->str,
                         field->name);
    }
  else if (!tl_value_set_in_arena (&self->record->values[self->kind->elements[self->slot].field], field,
                                   self->text->str, self->arena, &error))
    _tl_xml_problem (self, TL_PROBLEM_VALUE, "%s: %s", field->name, error->message);
}

static guint
get_line (TlXmlReader *self)
{
  return (guint) MAX (xmlSAX2GetLineNumber (self->parser), 1);
}

/* Takes one reference of a list. */
void
_tl_xml_add_reference (TlXmlReader *self,
                       const char  *text,
                       gsize        length)
{
  guint8 packed[TL_ID_PACKED];

  if (read_id (self, "ref", text, length, packed) && add_item (self, text, length))
    tl_reference_table_refer (self->references, packed, self->field, 0, get_line (self));
}

/* The list of the last element is complete. */
void
_tl_xml_end_list (TlXmlReader *self)
{
  if (self->items->len == 0)
    return;

  TlValue *value = &self->record->values[self->kind->elements[self->slot].field];

  value->type = TL_VALUE_LIST;
  value->list = tl_arena_alloc (self->arena, (self->items->len + 1) * sizeof (char *));
  memcpy (value->list, self->items->pdata, self->items->len * sizeof (char *));

  g_hash_table_remove_all (self->seen);
  g_ptr_array_set_size (self->items, 0);
}

/* Keys that were right in other files are right in this one if it means the same by them. */
static void
check_words (TlXmlReader *self)
{
  if (tl_pins_is_same (self->header.pins, self->word_pins))
    return;
  tl_pins_assign (self->word_pins, self->header.pins);
  for (guint i = 0; i < TL_XML_N_WORDS; i++)
    self->words[i].slot = NULL;
}

/* The review record is complete: from here on keys mean something. */
void
_tl_xml_end_review (TlXmlReader *self)
{
  const TlValue *method = tl_plain_record_get (self->record, "method");
  const TlValue *version = tl_plain_record_get (self->record, "method_version");
  g_autoptr (GError) error = NULL;

  if (method->type == TL_VALUE_TEXT
      && !tl_pins_set_method (self->header.pins, method->text, version->type == TL_VALUE_TEXT ? version->text : NULL,
                              &error))
    _tl_xml_problem (self, TL_PROBLEM_METHOD, "%s", error->message);
  check_words (self);
}
