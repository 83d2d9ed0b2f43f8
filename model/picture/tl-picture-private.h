/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

void _tl_picture_place_marks (TlPicture *self);

G_END_DECLS
