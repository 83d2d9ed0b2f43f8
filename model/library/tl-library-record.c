/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A learning record as a line of the list of a library. */
#include "config.h"

#include "model/library/tl-library-private.h"

struct _TlLibraryRecord
{
  GObject parent_instance;

  char    *id;
  char    *region;
  char    *review_type;
  char    *format;
  char    *method;
  char    *board;
  char    *summary;
  char    *file;
  gint64   revision;
  gint64   added;
  guint    year;
  guint    n_factors;
  guint    n_links;
  guint    n_tags;
  gboolean superseded;
};

G_DEFINE_FINAL_TYPE (TlLibraryRecord, tl_library_record, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_REVISION,
  PROP_YEAR,
  PROP_REGION,
  PROP_TYPE,
  PROP_FORMAT,
  PROP_METHOD,
  PROP_BOARD,
  PROP_SUMMARY,
  PROP_FILE,
  PROP_ADDED,
  PROP_SUPERSEDED,
  PROP_N_FACTORS,
  PROP_N_LINKS,
  PROP_N_TAGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The columns that _tl_library_record_new() reads; a WHERE or ORDER may follow. The row of the review itself has the
 * first number of its record. */
const char _tl_library_record_sql[] =
  "SELECT record.review, record.revision, record.file, record.added, record.superseded, record.factors, record.links, "
  "record.tags, review.year, review.region, review.type, review.format, review.method, review.board_pseudonym, "
  "review.summary FROM record JOIN review ON review.key = (record.number << 24 | 1) ";

static char *
dup_column (sqlite3_stmt *row,
            int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

/* Makes the object of a row of the query above. */
TlLibraryRecord *
_tl_library_record_new (sqlite3_stmt *row)
{
  TlLibraryRecord *self = g_object_new (TL_TYPE_LIBRARY_RECORD, NULL);
  int i = 0;

  self->id = dup_column (row, i++);
  self->revision = sqlite3_column_int64 (row, i++);
  self->file = dup_column (row, i++);
  self->added = sqlite3_column_int64 (row, i++);
  self->superseded = sqlite3_column_int64 (row, i++) != 0;
  self->n_factors = (guint) sqlite3_column_int64 (row, i++);
  self->n_links = (guint) sqlite3_column_int64 (row, i++);
  self->n_tags = (guint) sqlite3_column_int64 (row, i++);
  self->year = (guint) sqlite3_column_int64 (row, i++);
  self->region = dup_column (row, i++);
  self->review_type = dup_column (row, i++);
  self->format = dup_column (row, i++);
  self->method = dup_column (row, i++);
  self->board = dup_column (row, i++);
  self->summary = dup_column (row, i++);
  return self;
}

static void
tl_library_record_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlLibraryRecord *self = TL_LIBRARY_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_REVISION:
      g_value_set_int64 (value, self->revision);
      break;
    case PROP_YEAR:
      g_value_set_uint (value, self->year);
      break;
    case PROP_REGION:
      g_value_set_string (value, self->region);
      break;
    case PROP_TYPE:
      g_value_set_string (value, self->review_type);
      break;
    case PROP_FORMAT:
      g_value_set_string (value, self->format);
      break;
    case PROP_METHOD:
      g_value_set_string (value, self->method);
      break;
    case PROP_BOARD:
      g_value_set_string (value, self->board);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_ADDED:
      g_value_set_int64 (value, self->added);
      break;
    case PROP_SUPERSEDED:
      g_value_set_boolean (value, self->superseded);
      break;
    case PROP_N_FACTORS:
      g_value_set_uint (value, self->n_factors);
      break;
    case PROP_N_LINKS:
      g_value_set_uint (value, self->n_links);
      break;
    case PROP_N_TAGS:
      g_value_set_uint (value, self->n_tags);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
tl_library_record_finalize (GObject *object)
{
  TlLibraryRecord *self = TL_LIBRARY_RECORD (object);

  g_free (self->id);
  g_free (self->region);
  g_free (self->review_type);
  g_free (self->format);
  g_free (self->method);
  g_free (self->board);
  g_free (self->summary);
  g_free (self->file);

  G_OBJECT_CLASS (tl_library_record_parent_class)->finalize (object);
}

static void
install_text (guint       prop_id,
              const char *name)
{
  properties[prop_id] = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_count (guint       prop_id,
               const char *name)
{
  properties[prop_id] = g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_number (guint       prop_id,
                const char *name)
{
  properties[prop_id] = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tl_library_record_class_init (TlLibraryRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_library_record_get_property;
  object_class->finalize = tl_library_record_finalize;

  install_text (PROP_ID, "id");
  install_number (PROP_REVISION, "revision");
  install_count (PROP_YEAR, "year");
  install_text (PROP_REGION, "region");
  install_text (PROP_TYPE, "type");
  install_text (PROP_FORMAT, "format");
  install_text (PROP_METHOD, "method");
  install_text (PROP_BOARD, "board");
  install_text (PROP_SUMMARY, "summary");
  install_text (PROP_FILE, "file");
  install_number (PROP_ADDED, "added");
  properties[PROP_SUPERSEDED] = g_param_spec_boolean ("superseded", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_count (PROP_N_FACTORS, "n-factors");
  install_count (PROP_N_LINKS, "n-links");
  install_count (PROP_N_TAGS, "n-tags");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_library_record_init (TlLibraryRecord *self)
{
}

/**
 * tl_library_record_get_id:
 * @self: a record
 *
 * Returns: the pseudonym of the review, the same over its revisions
 */
const char *
tl_library_record_get_id (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->id;
}

/**
 * tl_library_record_get_revision:
 * @self: a record
 *
 * Returns: which revision, from 1
 */
gint64
tl_library_record_get_revision (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), 0);
  return self->revision;
}

/**
 * tl_library_record_get_year:
 * @self: a record
 *
 * Returns: the calendar year, or 0
 */
guint
tl_library_record_get_year (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), 0);
  return self->year;
}

/**
 * tl_library_record_get_region:
 * @self: a record
 *
 * Returns: (nullable): the key of the region
 */
const char *
tl_library_record_get_region (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->region;
}

/**
 * tl_library_record_get_review_type:
 * @self: a record
 *
 * Returns: (nullable): the key of the type of review
 */
const char *
tl_library_record_get_review_type (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->review_type;
}

/**
 * tl_library_record_get_format:
 * @self: a record
 *
 * Returns: (nullable): the key of the format
 */
const char *
tl_library_record_get_format (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->format;
}

/**
 * tl_library_record_get_method:
 * @self: a record
 *
 * Returns: (nullable): the id of the method
 */
const char *
tl_library_record_get_method (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->method;
}

/**
 * tl_library_record_get_board:
 * @self: a record
 *
 * Returns: (nullable): the pseudonym of the board
 */
const char *
tl_library_record_get_board (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->board;
}

/**
 * tl_library_record_get_summary:
 * @self: a record
 *
 * Returns: (nullable): what the review released of its summary
 */
const char *
tl_library_record_get_summary (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->summary;
}

/**
 * tl_library_record_get_file:
 * @self: a record
 *
 * Returns: what the file was called that it came from
 */
const char *
tl_library_record_get_file (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), NULL);
  return self->file;
}

/**
 * tl_library_record_get_added:
 * @self: a record
 *
 * Returns: when it was added, in milliseconds since 1970
 */
gint64
tl_library_record_get_added (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), 0);
  return self->added;
}

/**
 * tl_library_record_get_n_factors:
 * @self: a record
 *
 * Returns: how many factors it has
 */
guint
tl_library_record_get_n_factors (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), 0);
  return self->n_factors;
}

/**
 * tl_library_record_get_n_links:
 * @self: a record
 *
 * Returns: how many links it has
 */
guint
tl_library_record_get_n_links (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), 0);
  return self->n_links;
}

/**
 * tl_library_record_get_n_tags:
 * @self: a record
 *
 * Returns: how many tags it has
 */
guint
tl_library_record_get_n_tags (TlLibraryRecord *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_RECORD (self), 0);
  return self->n_tags;
}
