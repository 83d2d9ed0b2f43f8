/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a document while it is being read; for this room only. */
#pragma once

#include "model/document/tl-document.h"

G_BEGIN_DECLS

/* What is between two paragraphs, and between two lines of a list or a table. */
#define TL_DRAFT_PARAGRAPH 2
#define TL_DRAFT_LINE 1

/**
 * TlDraft:
 * @error: (nullable): why reading has to stop; nothing is taken in any more
 *
 * Space and line breaks wait until something follows them, so that none are doubled and none stand at the ends.
 */
typedef struct {
  GString      *text;
  GArray       *page_starts; /* of gsize, in bytes */
  GPtrArray    *notes;
  char         *title;
  char         *date;
  GCancellable *cancellable;
  gint64        deadline;
  guint         n_calls;
  guint         pages;  /* that begin with what comes next */
  guint         breaks; /* line breaks that wait */
  gboolean      space;
  GError       *error;
} TlDraft;

TlDraft    *_tl_draft_new          (GCancellable *cancellable);
void        _tl_draft_free         (TlDraft      *self);
TlDocument *_tl_draft_finish       (TlDraft      *self,
                                    const char   *name,
                                    GBytes       *bytes);

gboolean    _tl_draft_goes_on      (TlDraft      *self);
void        _tl_draft_add          (TlDraft      *self,
                                    const char   *text,
                                    gsize         length);
void        _tl_draft_add_verbatim (TlDraft      *self,
                                    const char   *text,
                                    gsize         length);
void        _tl_draft_add_pages    (TlDraft      *self,
                                    const char   *text,
                                    gsize         length);
void        _tl_draft_add_mark     (TlDraft      *self,
                                    const char   *mark);
void        _tl_draft_break        (TlDraft      *self,
                                    guint         lines);
void        _tl_draft_close_up     (TlDraft      *self);
void        _tl_draft_begin_page   (TlDraft      *self);
void        _tl_draft_break_page   (TlDraft      *self);
void        _tl_draft_note         (TlDraft      *self,
                                    const char   *sentence);
void        _tl_draft_set_title    (TlDraft      *self,
                                    const char   *title);
void        _tl_draft_set_date     (TlDraft      *self,
                                    const char   *date);
void        _tl_draft_refuse       (TlDraft      *self,
                                    int           code,
                                    const char   *format,
                                    ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDraft, _tl_draft_free)

/* Characters from bytes: what a byte order mark or the bytes themselves say, then what the file says, then a guess. */
char       *_tl_decode             (TlDraft      *draft,
                                    GBytes       *bytes,
                                    const char   *declared);

/* The readers. Each takes in what it can; what stops it is kept in the draft. */
void        _tl_read_plain         (TlDraft      *draft,
                                    GBytes       *bytes);
void        _tl_read_markdown      (TlDraft      *draft,
                                    GBytes       *bytes);
void        _tl_read_html          (TlDraft      *draft,
                                    GBytes       *bytes);
void        _tl_read_pdf           (TlDraft      *draft,
                                    GBytes       *bytes);

G_END_DECLS
