<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     A release of a library: tables of counts for an annual report, each with what was counted, over what, and what is
     withheld. What one has to know before reading any of them comes first. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:throughline:report:1"
                exclude-result-prefixes="r">
  <xsl:template match="/r:release">
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="@title"/></title>
        <style/>
      </head>
      <body class="release">
        <header class="cover">
          <p class="kicker first">Learning from reviews</p>
          <h1><xsl:value-of select="@title"/></h1>
          <xsl:if test="@author or @date">
            <p><xsl:value-of select="@author"/><xsl:if test="@author and @date">, </xsl:if><xsl:value-of select="@date"/></p>
          </xsl:if>
        </header>
        <main>
          <section>
            <h2>Before you read the tables</h2>
            <xsl:for-each select="r:caveat"><p><xsl:value-of select="."/></p></xsl:for-each>
            <p><xsl:value-of select="r:settings"/></p>
          </section>
          <xsl:if test="count(r:table) &gt; 1">
            <section>
              <h2>Tables</h2>
              <ol>
                <xsl:for-each select="r:table">
                  <li><a href="#table-{position()}"><xsl:value-of select="@title"/></a></li>
                </xsl:for-each>
              </ol>
            </section>
          </xsl:if>
          <xsl:for-each select="r:table">
            <section class="page" id="table-{position()}">
              <p class="kicker">Table <xsl:value-of select="position()"/></p>
              <h2><xsl:value-of select="@title"/></h2>
              <p><xsl:value-of select="r:caption"/></p>
              <xsl:for-each select="r:picture">
                <figure class="chart"><r:picture image="{@id}"/></figure>
              </xsl:for-each>
              <xsl:apply-templates select="r:grid"/>
              <xsl:if test="r:note"><p class="note"><xsl:value-of select="r:note"/></p></xsl:if>
              <p class="note">As CSV: <xsl:value-of select="@file"/></p>
            </section>
          </xsl:for-each>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="r:grid">
    <div class="scroll">
      <table class="counts">
        <xsl:if test="@title"><caption><xsl:value-of select="@title"/></caption></xsl:if>
        <thead><tr>
          <xsl:for-each select="r:column">
            <th scope="col"><xsl:value-of select="."/></th>
          </xsl:for-each>
        </tr></thead>
        <tbody>
          <xsl:for-each select="r:row">
            <tr>
              <th scope="row"><xsl:if test="@inner"><xsl:attribute name="class">inner</xsl:attribute></xsl:if><xsl:value-of select="@head"/></th>
              <xsl:for-each select="r:cell"><td><xsl:value-of select="."/></td></xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
