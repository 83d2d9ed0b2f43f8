<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     The receipt of a gathering: when, from where, how many of what, then what was not taken in and why, then every
     file. All words come with the document. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:throughline:report:1"
                exclude-result-prefixes="r">
  <xsl:template match="/r:receipt">
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="@title"/></title>
        <style/>
      </head>
      <body class="receipt">
        <header class="cover">
          <p class="kicker first"><xsl:value-of select="@library"/></p>
          <h1><xsl:value-of select="@title"/></h1>
        </header>
        <main>
          <section>
            <dl class="facts">
              <xsl:for-each select="r:fact">
                <dt><xsl:value-of select="@term"/></dt>
                <dd><xsl:value-of select="."/></dd>
              </xsl:for-each>
            </dl>
            <xsl:for-each select="r:note"><p class="note"><xsl:value-of select="."/></p></xsl:for-each>
          </section>
          <xsl:apply-templates select="r:list"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="r:list">
    <section>
      <h2><xsl:value-of select="@title"/></h2>
      <table>
        <thead><tr>
          <th scope="col"><xsl:value-of select="@file"/></th>
          <th scope="col"><xsl:value-of select="@what"/></th>
        </tr></thead>
        <tbody>
          <xsl:for-each select="r:file">
            <tr><td><xsl:value-of select="@name"/></td><td><xsl:value-of select="."/></td></tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>
</xsl:stylesheet>
