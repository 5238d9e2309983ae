/** Why a dataset cannot be published. */
import { StoreError } from '../errors.ts';

/** A sheet of Excel holds fewer rows than the table has. */
export class TooManyRowsError extends StoreError {
  readonly code = 'store/too-many-rows';
  readonly remedy = 'stop';
  constructor(table: string, limit: number) {
    super(
      `The table ${table} has more than ${limit} rows, which is all that a sheet of Excel holds: publish it as csv (--format csv) or parquet, or a part of it (--kind, --year).`,
    );
  }
}

/** What stands where the dataset is to be written was not written by this program. */
export class ForeignDatasetError extends StoreError {
  readonly code = 'store/foreign-dataset';
  readonly remedy = 'stop';
  constructor(place: string, why: string) {
    super(
      `${place} holds something else than a dataset of this program (${why}): give --out another place, which may be empty.`,
    );
  }
}
