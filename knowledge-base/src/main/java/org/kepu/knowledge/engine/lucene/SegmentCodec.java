package org.kepu.knowledge.engine.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * How the vectors of each segment are written. For use by the one thread that builds a generation.
 *
 * <p>Few vectors are searched as they are. Many would have to be in memory as they are, 2 kB each;
 * their graph is searched by 4 bits a dimension instead, and the exact vectors are read for what
 * was found alone: several times as many passages as are looked at, so that what 4 bits blur is put
 * right.
 *
 * <p>A segment that is merged with others anyway gets no graph of its own: linking a vector costs
 * most of indexing it, and this way each is linked once. The first has one, since it may stay
 * alone.
 */
final class SegmentCodec extends Lucene104Codec {

  private static final int CONNECTIONS = Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN;
  private static final int BEAM = Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH;

  /** No segment is large enough for a graph by this. */
  private static final int NEVER = Integer.MAX_VALUE;

  private static final KnnVectorsFormat EXACT = new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM);

  private static final KnnVectorsFormat UNLINKED =
      new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM, 1, null, NEVER);

  private static final KnnVectorsFormat QUANTISED =
      new Lucene104HnswScalarQuantizedVectorsFormat(
          ScalarEncoding.PACKED_NIBBLE, CONNECTIONS, BEAM);

  private final int many;
  private long vectors;
  private boolean merging;

  /**
   * @param many with more vectors than this, they are quantised
   */
  SegmentCodec(int many) {
    this.many = many;
  }

  /** Takes note of vectors that were added. */
  void added(int count) {
    vectors += count;
  }

  /** From now on segments are final. */
  void linkAll() {
    merging = true;
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    if (merging) {
      return vectors > many ? QUANTISED : EXACT;
    }
    // Lucene asks more than once a segment, but always before the segment's first vectors are in.
    return vectors == 0 ? EXACT : UNLINKED;
  }

  /** Whether the scores of a segment's graph are those of quantised vectors. */
  static boolean quantised(LeafReader segment) {
    FieldInfo field = segment.getFieldInfos().fieldInfo(Fields.VECTOR);
    return field != null
        && QUANTISED
            .getName()
            .equals(field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY));
  }
}
