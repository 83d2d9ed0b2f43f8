/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlTier:
 * @TL_TIER_NEVER: stays in the review file
 * @TL_TIER_TRANSFER: another reviewer or an archive
 * @TL_TIER_BOARD: the board that commissioned the review
 * @TL_TIER_LEARNING: the national library
 * @TL_TIER_PUBLIC: a website
 *
 * To whom a part of a review may go, from the narrowest circle to the widest. What may go to a wide
 * circle may go to every narrower one.
 */
typedef enum {
  TL_TIER_NEVER,
  TL_TIER_TRANSFER,
  TL_TIER_BOARD,
  TL_TIER_LEARNING,
  TL_TIER_PUBLIC,
} TlTier;

/**
 * TlFieldType:
 * @TL_FIELD_TEXT: one line of text
 * @TL_FIELD_PROSE: text of any length
 * @TL_FIELD_BODY: the text of a source; the record holds its digest, the text is stored once beside the records
 * @TL_FIELD_CHOICE: one of the field's own choices
 * @TL_FIELD_CHOICES: any of the field's own choices
 * @TL_FIELD_KEY: a key whose meaning comes as data (method pack, typology, terminology)
 * @TL_FIELD_INT: a whole number
 * @TL_FIELD_BOOL: yes or no
 * @TL_FIELD_DATE: a partial date: year, year-month or year-month-day
 * @TL_FIELD_REF: one record, of one of the kinds in `refs`
 * @TL_FIELD_REFS: an ordered list of different records of the kind in `refs`
 * @TL_FIELD_ANY: the id of a record of any kind, not kept by a foreign key
 * @TL_FIELD_UUID: an id that is not a record's
 */
typedef enum {
  TL_FIELD_TEXT,
  TL_FIELD_PROSE,
  TL_FIELD_BODY,
  TL_FIELD_CHOICE,
  TL_FIELD_CHOICES,
  TL_FIELD_KEY,
  TL_FIELD_INT,
  TL_FIELD_BOOL,
  TL_FIELD_DATE,
  TL_FIELD_REF,
  TL_FIELD_REFS,
  TL_FIELD_ANY,
  TL_FIELD_UUID,
} TlFieldType;

/**
 * TlVocabulary:
 *
 * Where the keys of a %TL_FIELD_KEY field are defined.
 */
typedef enum {
  TL_VOCABULARY_NONE,
  TL_VOCABULARY_METHOD,           /* ids of method packs */
  TL_VOCABULARY_PROFILE,          /* ids of terminology profiles */
  TL_VOCABULARY_LEVEL,            /* levels of the review's method */
  TL_VOCABULARY_FACTOR_KIND,      /* factor kinds of the review's method */
  TL_VOCABULARY_CATEGORY,         /* factor groups of the review's method */
  TL_VOCABULARY_LINK_KIND,        /* link kinds of the review's method */
  TL_VOCABULARY_PATTERN_CATEGORY, /* categories of underlying pattern of the review's method */
  TL_VOCABULARY_CODE,             /* "SCHEME:NOTATION", a code of a typology */
} TlVocabulary;

/**
 * TlOnRemove:
 * @TL_ON_REMOVE_CLEAR: a reference to a removed record is emptied
 * @TL_ON_REMOVE_DELETE: a record without what it refers to has no meaning and is removed with it
 */
typedef enum {
  TL_ON_REMOVE_CLEAR,
  TL_ON_REMOVE_DELETE,
} TlOnRemove;

/**
 * TlChoice:
 * @key: what records hold
 * @label: translatable
 * @description: (nullable): translatable; a sentence on what choosing it says, where the label alone leaves that open
 *
 * One of the values that a choice field can have.
 */
typedef struct {
  const char *key;
  const char *label;
  const char *description;
} TlChoice;

typedef enum {
  TL_FIELD_SEARCHED    = 1 << 0, /* in the full-text index */
  TL_FIELD_IDENTIFYING = 1 << 1, /* may name a person: tidied by hand before anything wider than the board */
  TL_FIELD_HIDDEN      = 1 << 2, /* kept by the program, not shown in the inspector */
  TL_FIELD_TITLE       = 1 << 3, /* what the record is called in a sentence */
  TL_FIELD_ALWAYS      = 1 << 4, /* has a value from the start and can't be emptied */
  TL_FIELD_ASIDE       = 1 << 5, /* while it is empty it isn't shown until asked for */
  TL_FIELD_ANALYTIC    = 1 << 6, /* what the reviewers make of the case: the hindsight guard looks at it. A source, a
                                    quotation and what somebody told are not theirs and are left alone. */
} TlFieldFlags;

#define TL_FIELD_MAX_REFS 4

/**
 * TlField:
 * @name: the name everywhere: SQL column, GObject property, XML attribute or element, JSON key
 * @label: translatable label
 * @tier: the widest tier in which the field leaves as it stands
 * @release: the widest tier in which a person may release it, or %TL_TIER_NEVER
 * @choices: ended by a %NULL key, for choice fields
 * @refs: names of the kinds that a reference may point at, ended by %NULL
 * @on_remove: what happens to this record when what it refers to goes
 * @min: smallest integer; with @max, both 0 means any
 *
 * A field, declared once.
 */
typedef struct {
  const char *name;
  const char *label;
  TlFieldType type;
  TlTier tier;
  TlTier release;
  TlFieldFlags flags;
  TlVocabulary vocabulary;
  const TlChoice *choices;
  const char *refs[TL_FIELD_MAX_REFS + 1];
  TlOnRemove on_remove;
  gint64 min;
  gint64 max;
} TlField;

typedef enum {
  TL_KIND_SINGLETON  = 1 << 0, /* exactly one in a review */
  TL_KIND_IDENTITY   = 1 << 1, /* leaves in the transfer tier only when asked for */
  TL_KIND_BOARDS_OWN = 1 << 2, /* what the board answers: the one thing that changes in its copy */
} TlKindFlags;

/**
 * TlKind:
 * @name: the name everywhere: SQL table, XML element, JSON
 * @label: translatable, singular, as it begins a sentence
 * @plural: translatable
 * @tier: the widest tier in which records of the kind leave
 * @fields: in the order of the file's columns; a new field goes at the end
 *
 * A kind of record, declared once.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *plural;
  TlTier tier;
  TlKindFlags flags;
  const TlField *fields;
  guint n_fields;
} TlKind;

guint          tl_kinds_get_n          (void);
const TlKind  *tl_kinds_get            (guint          position);
const TlKind  *tl_kind_lookup          (const char    *name);
guint          tl_kind_get_position    (const TlKind  *kind);
const TlField *tl_kind_find_field      (const TlKind  *kind,
                                        const char    *name);
int            tl_kind_find_field_index (const TlKind *kind,
                                        const char    *name);
const TlField *tl_kind_get_title_field (const TlKind  *kind);

gboolean       tl_field_is_list        (const TlField *field);
gboolean       tl_field_is_reference   (const TlField *field);
gboolean       tl_field_is_free_text   (const TlField *field);
gboolean       tl_field_refers_to      (const TlField *field,
                                        const TlKind  *kind);
const char    *tl_field_get_choice_label (const TlField *field,
                                        const char    *key);

const char    *tl_tier_get_name        (TlTier         tier);
gboolean       tl_tier_parse           (const char    *name,
                                        TlTier        *tier);

G_END_DECLS
