<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     A report as the text of an ODT file, in the styles of odt-styles.xml. What is a heading there is a heading here. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:r="urn:throughline:report:1"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                exclude-result-prefixes="r">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="html body header main section nav footer div ol ul dl table thead tbody tr figure"/>

  <xsl:template match="/html">
    <office:document-content office:version="1.2">
      <office:automatic-styles>
        <style:style style:name="First" style:family="paragraph" style:parent-style-name="Kicker" style:master-page-name="First">
          <style:paragraph-properties fo:margin-top="1.2cm"/>
        </style:style>
        <style:style style:name="Kicker_20_page" style:family="paragraph" style:parent-style-name="Kicker">
          <style:paragraph-properties fo:break-before="page"/>
        </style:style>
        <style:style style:name="Heading_20_page" style:family="paragraph" style:parent-style-name="Heading_20_1">
          <style:paragraph-properties fo:break-before="page"/>
        </style:style>
        <style:style style:name="Table" style:family="table">
          <style:table-properties style:width="16.4cm" table:align="margins" fo:margin-bottom="0.4cm" table:border-model="collapsing"/>
        </style:style>
        <style:style style:name="Narrow" style:family="table-column">
          <style:table-column-properties style:column-width="3cm" style:rel-column-width="10000*"/>
        </style:style>
        <style:style style:name="Even" style:family="table-column">
          <style:table-column-properties style:column-width="4cm" style:rel-column-width="15000*"/>
        </style:style>
        <style:style style:name="Broad" style:family="table-column">
          <style:table-column-properties style:column-width="8cm" style:rel-column-width="30000*"/>
        </style:style>
        <style:style style:name="Cell" style:family="table-cell">
          <style:table-cell-properties fo:padding-top="0.1cm" fo:padding-bottom="0.1cm" fo:padding-left="0cm" fo:padding-right="0.25cm" fo:border-bottom="0.5pt solid #c9d3d8"/>
        </style:style>
        <style:style style:name="Dense" style:family="table-cell">
          <style:table-cell-properties fo:padding-top="0.03cm" fo:padding-bottom="0.03cm" fo:padding-left="0cm" fo:padding-right="0.2cm" fo:border-bottom="0.5pt solid #c9d3d8"/>
        </style:style>
        <style:style style:name="Count" style:family="paragraph" style:parent-style-name="Table_20_Contents">
          <style:paragraph-properties fo:text-align="end"/>
        </style:style>
        <style:style style:name="CountHead" style:family="paragraph" style:parent-style-name="Table_20_Heading">
          <style:paragraph-properties fo:text-align="end"/>
        </style:style>
        <style:style style:name="Inner" style:family="paragraph" style:parent-style-name="Table_20_Contents">
          <style:paragraph-properties fo:margin-left="0.4cm"/>
        </style:style>
        <style:style style:name="Head" style:family="table-cell">
          <style:table-cell-properties fo:padding-top="0.1cm" fo:padding-bottom="0.1cm" fo:padding-left="0cm" fo:padding-right="0.25cm" fo:border-bottom="1pt solid #1d2730"/>
        </style:style>
        <style:style style:name="Fact" style:family="table-cell">
          <style:table-cell-properties fo:padding-top="0.03cm" fo:padding-bottom="0.03cm" fo:padding-left="0cm" fo:padding-right="0.25cm" fo:border="none"/>
        </style:style>
        <style:style style:name="Chart" style:family="paragraph" style:parent-style-name="Figure">
          <style:paragraph-properties fo:keep-with-next="auto" fo:margin-bottom="0.3cm"/>
        </style:style>
        <style:style style:name="Picture" style:family="graphic" style:parent-style-name="Graphics">
          <style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/>
        </style:style>
      </office:automatic-styles>
      <office:body>
        <office:text>
          <xsl:apply-templates select="body/*"/>
        </office:text>
      </office:body>
    </office:document-content>
  </xsl:template>

  <!-- Containers leave no trace but the place that links lead to, which stands in their first paragraph. -->
  <xsl:template match="header | main | section | nav | footer | div">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- A paragraph with the bookmarks of itself and of the sections that it opens. -->
  <xsl:template name="bookmarks">
    <xsl:if test="@id"><text:bookmark text:name="{@id}"/></xsl:if>
    <xsl:if test="parent::section[@id] and not(preceding-sibling::*)"><text:bookmark text:name="{../@id}"/></xsl:if>
  </xsl:template>

  <xsl:template match="h1">
    <text:p text:style-name="Title"><xsl:call-template name="bookmarks"/><xsl:apply-templates/></text:p>
  </xsl:template>

  <xsl:template match="h2">
    <text:h text:outline-level="1">
      <xsl:attribute name="text:style-name">
        <xsl:choose>
          <xsl:when test="not(preceding-sibling::*) and parent::*[contains(concat(' ', @class, ' '), ' page ')]">Heading_20_page</xsl:when>
          <xsl:otherwise>Heading_20_1</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="bookmarks"/><xsl:apply-templates/>
    </text:h>
  </xsl:template>

  <xsl:template match="h3">
    <text:h text:style-name="Heading_20_2" text:outline-level="2"><xsl:call-template name="bookmarks"/><xsl:apply-templates/></text:h>
  </xsl:template>

  <xsl:template match="h4 | h5 | h6">
    <text:h text:style-name="Heading_20_3" text:outline-level="3"><xsl:call-template name="bookmarks"/><xsl:apply-templates/></text:h>
  </xsl:template>

  <xsl:template name="paragraph-style">
    <xsl:variable name="class" select="concat(' ', @class, ' ')"/>
    <xsl:choose>
      <xsl:when test="contains($class, ' first ')">First</xsl:when>
      <xsl:when test="contains($class, ' kicker ') and not(preceding-sibling::*)
                      and parent::*[contains(concat(' ', @class, ' '), ' page ')]">Kicker_20_page</xsl:when>
      <xsl:when test="contains($class, ' kicker ')">Kicker</xsl:when>
      <xsl:when test="contains($class, ' owner ')">Subtitle</xsl:when>
      <xsl:when test="contains($class, ' mark ')">Mark</xsl:when>
      <xsl:when test="contains($class, ' decision ')">Decision</xsl:when>
      <xsl:when test="contains($class, ' note ')">Note</xsl:when>
      <xsl:when test="ancestor::*[contains(concat(' ', @class, ' '), ' ask ')]">Ask</xsl:when>
      <xsl:when test="contains($class, ' lead ') or ancestor::*[contains(concat(' ', @class, ' '), ' lead ')]
                      or ancestor::*[contains(concat(' ', @class, ' '), ' findings ')]">Lead</xsl:when>
      <xsl:otherwise>Text_20_body</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p">
    <text:p>
      <xsl:attribute name="text:style-name"><xsl:call-template name="paragraph-style"/></xsl:attribute>
      <xsl:call-template name="bookmarks"/><xsl:apply-templates/>
    </text:p>
  </xsl:template>

  <!-- Lists -->

  <xsl:template match="ol | ul">
    <text:list text:style-name="List_20_Bullet">
      <xsl:if test="self::ol"><xsl:attribute name="text:style-name">List_20_Number</xsl:attribute></xsl:if>
      <xsl:for-each select="li">
        <text:list-item>
          <text:p>
            <xsl:attribute name="text:style-name"><xsl:call-template name="paragraph-style"/></xsl:attribute>
            <xsl:apply-templates select="text() | strong | em | a | br | span"/>
          </text:p>
          <xsl:apply-templates select="ol | ul | p"/>
        </text:list-item>
      </xsl:for-each>
    </text:list>
  </xsl:template>

  <!-- A term and what is said of it, beside each other. -->
  <xsl:template match="dl">
    <table:table table:style-name="Table">
      <table:table-column table:style-name="Narrow"/>
      <table:table-column table:style-name="Broad"/>
      <xsl:for-each select="dd">
        <table:table-row>
          <table:table-cell table:style-name="Fact" office:value-type="string">
            <text:p text:style-name="Term"><xsl:apply-templates select="preceding-sibling::dt[1]/node()"/></text:p>
          </table:table-cell>
          <table:table-cell table:style-name="Fact" office:value-type="string">
            <text:p text:style-name="Table_20_Contents"><xsl:apply-templates/></text:p>
          </table:table-cell>
        </table:table-row>
      </xsl:for-each>
    </table:table>
  </xsl:template>

  <!-- Tables -->

  <xsl:template match="table">
    <xsl:if test="caption">
      <text:p text:style-name="Table_20_caption"><xsl:apply-templates select="caption/node()"/></text:p>
    </xsl:if>
    <table:table table:style-name="Table">
      <xsl:for-each select="(.//tr)[1]/*">
        <table:table-column table:style-name="Even">
          <xsl:if test="normalize-space() = 'No.' or normalize-space() = 'Code' or normalize-space() = 'Tags'">
            <xsl:attribute name="table:style-name">Narrow</xsl:attribute>
          </xsl:if>
          <xsl:if test="contains(concat(' ', ../../../@class, ' '), ' counts ')">
            <xsl:attribute name="table:style-name">
              <xsl:choose><xsl:when test="position() = 1">Broad</xsl:when><xsl:otherwise>Narrow</xsl:otherwise></xsl:choose>
            </xsl:attribute>
          </xsl:if>
          <xsl:if test="(position() = 1 or position() = last()) and contains(concat(' ', ../../../@class, ' '), ' wide ') and normalize-space() != 'No.'">
            <xsl:attribute name="table:style-name">Broad</xsl:attribute>
          </xsl:if>
        </table:table-column>
      </xsl:for-each>
      <xsl:if test="thead/tr">
        <table:table-header-rows><xsl:apply-templates select="thead/tr"/></table:table-header-rows>
      </xsl:if>
      <xsl:apply-templates select="tbody/tr | tr"/>
    </table:table>
  </xsl:template>

  <xsl:template match="tr">
    <table:table-row><xsl:apply-templates select="td | th"/></table:table-row>
  </xsl:template>

  <xsl:template match="td | th">
    <table:table-cell table:style-name="Cell" office:value-type="string">
      <xsl:if test="contains(concat(' ', ancestor::table/@class, ' '), ' counts ')"><xsl:attribute name="table:style-name">Dense</xsl:attribute></xsl:if>
      <xsl:if test="ancestor::thead"><xsl:attribute name="table:style-name">Head</xsl:attribute></xsl:if>
      <text:p text:style-name="Table_20_Contents">
        <xsl:if test="ancestor::thead"><xsl:attribute name="text:style-name">Table_20_Heading</xsl:attribute></xsl:if>
        <xsl:if test="position() &gt; 1 and contains(concat(' ', ancestor::table/@class, ' '), ' counts ')">
          <xsl:attribute name="text:style-name">
            <xsl:choose><xsl:when test="ancestor::thead">CountHead</xsl:when><xsl:otherwise>Count</xsl:otherwise></xsl:choose>
          </xsl:attribute>
        </xsl:if>
        <xsl:if test="contains(concat(' ', @class, ' '), ' inner ')">
          <xsl:attribute name="text:style-name">Inner</xsl:attribute>
        </xsl:if>
        <xsl:apply-templates/>
      </text:p>
    </table:table-cell>
  </xsl:template>

  <!-- Pictures: the drawing, and an image for programs that cannot show it. -->

  <xsl:template match="figure">
    <xsl:for-each select="r:picture[@svg]">
      <text:p text:style-name="Figure">
        <xsl:if test="not(../figcaption)"><xsl:attribute name="text:style-name">Chart</xsl:attribute></xsl:if>
        <draw:frame draw:style-name="Picture" draw:name="{@name}" text:anchor-type="as-char" svg:width="{@width}" svg:height="{@height}">
          <draw:image xlink:href="{@svg}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
          <draw:image xlink:href="{@png}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
          <svg:title><xsl:value-of select="@label"/></svg:title>
          <svg:desc><xsl:value-of select="@words"/></svg:desc>
        </draw:frame>
      </text:p>
    </xsl:for-each>
    <xsl:for-each select="figcaption">
      <text:p text:style-name="Caption"><xsl:apply-templates/></text:p>
    </xsl:for-each>
  </xsl:template>

  <!-- Within a line -->

  <xsl:template match="strong | b">
    <text:span text:style-name="Strong_20_Emphasis"><xsl:apply-templates/></text:span>
  </xsl:template>
  <xsl:template match="em | i">
    <text:span text:style-name="Emphasis"><xsl:apply-templates/></text:span>
  </xsl:template>
  <xsl:template match="a">
    <text:a xlink:type="simple" xlink:href="{@href}" text:style-name="Internet_20_link"
            text:visited-style-name="Internet_20_link"><xsl:apply-templates/></text:a>
  </xsl:template>
  <xsl:template match="br"><text:line-break/></xsl:template>
  <xsl:template match="text()"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
