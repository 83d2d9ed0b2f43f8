/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture.h"
#include "model/report/tl-report-styled.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* What stands where a picture goes: element "picture" of our namespace with the id of the finding. */
typedef struct {
  char      *finding; /* owned */
  TlPicture *picture; /* owned */
} TlReportFigure;

/* The same for a picture that is drawn already: its id is in the attribute "image". */
typedef struct {
  char   *id;     /* owned, as all of it */
  GBytes *svg;
  GBytes *png;
  double  width;  /* in its units, as in the next */
  double  height;
  char   *title;
  char   *words;
} TlReportImage;

struct _TlReport
{
  xmlDocPtr  document; /* owned; XHTML without its namespace, and our own elements where pictures go */
  GPtrArray *figures;  /* owned; of TlReportFigure, those that show something */
  GPtrArray *images;   /* owned; of TlReportImage */
};

xmlDocPtr   _tl_report_source_new     (GPtrArray              *exports,
                                       GPtrArray              *figures,
                                       const TlReportOptions  *options,
                                       GError                **error);
xmlDocPtr   _tl_report_style          (xmlDocPtr               source,
                                       const char             *name,
                                       GError                **error);
void        _tl_report_spread_prose   (xmlDocPtr               document);
void        _tl_report_expand         (xmlDocPtr               document,
                                       xmlDocPtr               source);
void        _tl_report_fit            (xmlDocPtr               document);

GBytes     *_tl_report_write_html     (TlReport               *self,
                                       GError                **error);
GBytes     *_tl_report_write_pdf      (TlReport               *self,
                                       TlReportProgress        progress,
                                       gpointer                user_data,
                                       GCancellable           *cancellable,
                                       GError                **error);
GBytes     *_tl_report_write_odt      (TlReport               *self,
                                       GCancellable           *cancellable,
                                       GError                **error);

char       *_tl_report_dup_title     (TlReport               *self);
TlPicture  *_tl_report_find_picture   (TlReport               *self,
                                       xmlNodePtr              node);

const TlReportImage *_tl_report_find_image (TlReport            *self,
                                       xmlNodePtr              node);

/* Elements of a report. */
gboolean    _tl_node_is               (xmlNodePtr              node,
                                       const char             *name);
gboolean    _tl_node_is_ours          (xmlNodePtr              node,
                                       const char             *name);
gboolean    _tl_node_is_block         (xmlNodePtr              node);
char       *_tl_node_dup_attribute    (xmlNodePtr              node,
                                       const char             *name);
xmlNodePtr  _tl_node_next             (xmlNodePtr              node,
                                       xmlNodePtr              root);
void        _tl_text_append_collapsed (GString            *out,
                                       const char             *text);
void        _tl_node_append_text      (GString                *out,
                                       xmlNodePtr              node);

G_END_DECLS
