/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts files into a zip as an ODF package wants them: the first stored as it is and without extra fields, so that the
 * kind of file can be read at its place near the beginning; and no time of day, so that the same report gives the same
 * bytes. The library that reads packages for us always writes extra fields, and so is of no use here. */
#include "config.h"

#include "model/report/tl-report-zip.h"

#include <gio/gio.h>
#include <string.h>

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL 0x06054b50
#define VERSION 20
#define STORED 0
#define DEFLATED 8
/* 1 January 1980, the first day that a zip knows. */
#define FIRST_DAY 0x21
#define UTF8_NAMES 0x800

struct _TlReportZip
{
  GByteArray *out;     /* owned */
  GByteArray *central; /* owned; the list of what is in it */
  guint       n;
};

/**
 * tl_report_zip_new:
 *
 * Returns: (transfer full): a zip without files
 */
TlReportZip *
tl_report_zip_new (void)
{
  TlReportZip *self = g_new0 (TlReportZip, 1);

  self->out = g_byte_array_new ();
  self->central = g_byte_array_new ();
  return self;
}

/**
 * tl_report_zip_free:
 * @self: (transfer full): a zip
 */
void
tl_report_zip_free (TlReportZip *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_byte_array_unref (self->central);
  g_free (self);
}

static void
put (GByteArray *out,
     guint       size,
     guint32     value)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = (guint8) (value >> (8 * i));

      g_byte_array_append (out, &byte, 1);
    }
}

static guint32
checksum (const guint8 *data,
          gsize         size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
  return ~crc;
}

static GBytes *
deflate (GBytes *data)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);

  /* To memory nothing goes wrong. */
  g_output_stream_write_all (stream, g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What both headers of a file say of it. */
static void
put_description (GByteArray *out,
                 const char *name,
                 guint       method,
                 guint32     crc,
                 gsize       packed,
                 gsize       size)
{
  put (out, 2, VERSION);
  put (out, 2, UTF8_NAMES);
  put (out, 2, method);
  put (out, 2, 0);
  put (out, 2, FIRST_DAY);
  put (out, 4, crc);
  put (out, 4, (guint32) packed);
  put (out, 4, (guint32) size);
  put (out, 2, (guint32) strlen (name));
  put (out, 2, 0);
}

/**
 * tl_report_zip_add:
 * @self: a zip that is not finished
 * @name: of the file
 * @data: what is in it
 * @is_stored: whether it is put in as it is
 *
 * Adds a file.
 */
void
tl_report_zip_add (TlReportZip *self,
                    const char  *name,
                    GBytes      *data,
                    gboolean     is_stored)
{
  g_autoptr (GBytes) packed = is_stored ? g_bytes_ref (data) : deflate (data);
  guint method = is_stored ? STORED : DEFLATED;
  gsize size = g_bytes_get_size (data), packed_size = g_bytes_get_size (packed);
  guint32 crc = checksum (g_bytes_get_data (data, NULL), size), offset = self->out->len;

  put (self->out, 4, LOCAL_HEADER);
  put_description (self->out, name, method, crc, packed_size, size);
  g_byte_array_append (self->out, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->out, g_bytes_get_data (packed, NULL), (guint) packed_size);

  put (self->central, 4, CENTRAL_HEADER);
  put (self->central, 2, VERSION);
  put_description (self->central, name, method, crc, packed_size, size);
  put (self->central, 2, 0);
  put (self->central, 2, 0);
  put (self->central, 2, 0);
  put (self->central, 4, 0);
  put (self->central, 4, offset);
  g_byte_array_append (self->central, (const guint8 *) name, (guint) strlen (name));
  self->n++;
}

/**
 * tl_report_zip_finish:
 * @self: a zip
 *
 * Returns: (transfer full): the package; nothing can be added any longer
 */
GBytes *
tl_report_zip_finish (TlReportZip *self)
{
  guint32 offset = self->out->len;

  g_byte_array_append (self->out, self->central->data, self->central->len);
  put (self->out, 4, END_OF_CENTRAL);
  put (self->out, 2, 0);
  put (self->out, 2, 0);
  put (self->out, 2, self->n);
  put (self->out, 2, self->n);
  put (self->out, 4, self->central->len);
  put (self->out, 4, offset);
  put (self->out, 2, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}
