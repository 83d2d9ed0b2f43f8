/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library-record.h"

G_BEGIN_DECLS

char *tl_record_wording_pseudonym (TlLibraryRecord *record);
char *tl_record_wording_board     (TlLibraryRecord *record);
char *tl_record_wording_year      (TlLibraryRecord *record);
char *tl_record_wording_region    (TlLibraryRecord *record);
char *tl_record_wording_type      (TlLibraryRecord *record);
char *tl_record_wording_format    (TlLibraryRecord *record);
char *tl_record_wording_method    (TlLibraryRecord *record);
char *tl_record_wording_added     (TlLibraryRecord *record);

char *tl_record_wording_choice    (const char      *field,
                                   const char      *key);
char *tl_record_wording_method_id (const char      *id);
char *tl_record_wording_board_id  (const char      *id);
char *tl_record_wording_day       (gint64           time);

G_END_DECLS
