"""Makes the certificate's fonts: Latin and Vietnamese letters, no hinting, pair kerning in a plain 'kern' table."""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.reorderGlyphs import reorderGlyphs
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0


def kerning(font, names):
    gpos, pairs = font["GPOS"].table, {}
    wanted = {i for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    for index in sorted(wanted):
        for table in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            for left in [g for g in table.Coverage.glyphs if g in names]:
                if table.Format == 1:
                    found = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
                    values = [(r.SecondGlyph, r.Value1) for r in found]
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    values = [(g, row[table.ClassDef2.classDefs.get(g, 0)].Value1) for g in names]
                for right, value in values:
                    if right in names and value is not None and (left, right) not in pairs:
                        pairs[left, right] = getattr(value, "XAdvance", 0) or 0
    return {pair: value for pair, value in pairs.items() if abs(value) >= 4}


def make(source, target):
    font = TTFont(source)
    cmap = font.getBestCmap()
    letters = [c for c in cmap if c < 0x24F or 0x1E00 <= c <= 0x1EFF or 0x2010 <= c <= 0x203A]
    basic = sorted({cmap[c] for c in letters if c < 128 and chr(c).isalpha() or chr(c) in ",.'-/’–"})
    letter_of = {glyph: letter for letter, glyph in cmap.items() if glyph in basic}
    kerns = kerning(font, basic)
    options = subset.Options()
    options.layout_features, options.hinting, options.notdef_outline, options.glyph_names = [], False, True, False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "gasp", "prep"]
    order = font.getGlyphOrder()
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.save(target)
    font = TTFont(target, lazy=False)
    font.ensureDecompiled()
    by_letter = {glyph: letter for letter, glyph in sorted(font.getBestCmap().items(), reverse=True)}
    by_letter[".notdef"] = -1
    reorderGlyphs(font, sorted(font.getGlyphOrder(), key=lambda glyph: by_letter.get(glyph, 0x110000)))
    now = font.getBestCmap()
    pairs = {(now[letter_of[a]], now[letter_of[b]]): value for (a, b), value in kerns.items()}
    table = KernTable_format_0()
    table.apple, table.version, table.coverage, table.tupleIndex, table.kernTable = False, 0, 1, None, pairs
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    font.save(target, reorderTables=False)
    print(target, len(letters), "letters", len(pairs), "pairs")


make(sys.argv[1], sys.argv[2])
