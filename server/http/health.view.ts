export class HealthView {
  isWell: boolean;
}
