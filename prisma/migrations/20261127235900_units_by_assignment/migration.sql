-- Every verb asks what a unit has to do, and the choice where it was last: without it all requests that ever were are read.
CREATE INDEX "Assignment_unitId_state_idx" ON "Assignment"("unitId", "state");
